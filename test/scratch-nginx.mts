import { formats } from '#lib/catalogue/formats.ts';
import { signatures } from '#lib/catalogue/signatures.ts';
let bad = 0;
const say = (...a: any[]) => { bad++; console.log(...a); };
function read(text: string) {
  for (const f of formats) { const r: any = f.read(text); if (!r) continue; if (r.kind==='envelope') return {format:f.id, env:true, fields:{}, message:'', record:{id:'1',source:'s',text}} as any;
    return { record:{id:'1',source:'s',text}, format:f.id, at: r.stamp? r.stamp.wall - (r.stamp.zone??0)*60000: undefined, resolution:1, distrusted:false, message:r.message, fields:r.fields } as any; }
  return undefined;
}
const ids = new Set<string>();
for (const s of signatures) { if (ids.has(s.id)) say('dup', s.id); ids.add(s.id); }
for (const s of signatures.filter(s=>s.id.startsWith('nginx/'))) {
  for (const n of s.needles) if (/["\\]/.test(n)) say(s.id,'needle quote',n);
  for (const sample of s.samples) {
    const e = read(sample.line); const want = sample.format ?? s.formats[0];
    if (!e) { say(s.id,'not read',sample.line.slice(0,100)); continue; }
    if (e.format!==want) say(s.id,'format',e.format,'wanted',want,sample.line.slice(0,120));
    if (!s.needles.some(n=>sample.line.includes(n))) say(s.id,'no needle',sample.line.slice(0,120));
    const all = signatures.filter(x=>x.formats.includes(e.format)).flatMap(x=>x.match(e).map(m=>({id:x.id,m})));
    const own = all.filter(a=>a.id===s.id); 
    const others = all.filter(a=>a.id!==s.id); if (others.length) say(s.id,'also',others.map(o=>o.id), sample.line.slice(0,150));
    const gives: any = Array.isArray(sample.gives)?sample.gives:[sample.gives];
    if (own.length!==gives.length) say(s.id,'count',own.length,gives.length,sample.line.slice(0,150));
    gives.forEach((g:any,i:number)=>{ for (const [k,v] of Object.entries(g)) if ((own[i]?.m.says as any)?.[k]!==v) say(s.id,k,'want',v,'got',(own[i]?.m.says as any)?.[k]); });
    for (const o of own) if (!sample.line.includes(o.m.telling) || o.m.telling==='') say(s.id,'telling',o.m.telling);
  }
  for (const nm of s.nearMisses) { const e = read(nm.line); if (!e) { say(s.id,'nm not read',nm.line.slice(0,100)); continue;} const want = nm.format ?? s.formats[0]; if (e.format!==want) say(s.id,'nm format',e.format,want,nm.line.slice(0,100)); const m=s.match(e); if (m.length) say(s.id,'near miss matched',nm.line.slice(0,150)); }
}
// format samples through the whole list
for (const f of formats.filter(f=>/nginx|kong|apisix/.test(f.id))) for (const s of [...f.samples,...f.forgeries]) { const e=read(s.line); if (e?.format!==f.id) say('format sample of',f.id,'read by',e?.format, s.line.slice(0,100)); }
console.log('bad',bad, 'nginx signatures', signatures.filter(s=>s.id.startsWith('nginx/')).length);
