import { nginxAccess, combined, suffix } from '#lib/formats/nginx-access.ts';
import { nginxJson } from '#lib/formats/nginx-json.ts';
import { signatures } from '#lib/catalogue/signatures.ts';
import { accessField } from '#lib/catalogue/define-access.ts';
import { readFileSync } from 'node:fs';
const t1=readFileSync('/tmp/t.log','utf8').slice(0,60e6).split('\n').slice(0,-1), j1=readFileSync('/tmp/j.log','utf8').slice(0,60e6).split('\n').slice(0,-1);
function time(name:string, n:number, f:()=>void){const t=performance.now(); f(); console.log(name,((performance.now()-t)/n*1000).toFixed(2),'µs');}
for (let k=0;k<2;k++){
time('combined',t1.length,()=>{for(const l of t1)combined(l);});
const rests=t1.map(l=>combined(l)!.rest);
time('suffix',t1.length,()=>{for(const l of rests)suffix(l);});
time('read',t1.length,()=>{for(const l of t1)nginxAccess.read(l);});
const es:any[]=t1.slice(0,50000).map(l=>{const r:any=nginxAccess.read(l);return{record:{text:l},format:'nginx-access',message:r.message,fields:r.fields}});
const own=signatures.filter(s=>s.formats.includes('nginx-access'));
time('match all '+own.length,es.length,()=>{for(const e of es)for(const s of own)s.match(e);});
time('json',j1.length,()=>{for(const l of j1)nginxJson.read(l);});
time('JSON.parse',j1.length,()=>{for(const l of j1)JSON.parse(l);});
}
