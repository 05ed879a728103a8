import { formats } from '#lib/catalogue/formats.ts';
import { signatures } from '#lib/catalogue/signatures.ts';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
for (const d of readdirSync('test/scenarios')) { const dir=`test/scenarios/${d}/logs`; if(!existsSync(dir)) continue; const st=JSON.parse(readFileSync(`test/scenarios/${d}/story.json`,'utf8'));
 console.log('##',d,JSON.stringify(st.expect));
 for (const f of readdirSync(dir)) { if (!/nginx/.test(f)) continue; const lines=readFileSync(`${dir}/${f}`,'utf8').split('\n').filter(Boolean); const fm:any={}, sg:any={}; for (const l of lines){ let r:any, id=''; for(const x of formats){r=x.read(l); if(r){id=x.id;break;}} fm[id]=(fm[id]??0)+1; if(!r||r.kind!=='line')continue; const e:any={record:{id:'1',source:'s',text:l},format:id,message:r.message,fields:r.fields}; for(const s of signatures) if(s.formats.includes(id)) for(const m of s.match(e)) sg[s.id]=(sg[s.id]??0)+1;} console.log('  ',f,lines.length,JSON.stringify(fm),JSON.stringify(sg)); } }
