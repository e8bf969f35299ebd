import { launchBrowser, openPage } from './browser.mjs';
import { readFileSync } from 'node:fs'; import { gzipSync } from 'node:zlib';
const S=process.env.SITE; const b=await launchBrowser(); const out=[];
for(const q of process.argv.slice(2)){
 const c=await b.newContext(); const {page}=await openPage(c,'file://'+S+'/sok.html');
 const r=await page.evaluate(async q=>{const t=performance.now();const r=await handbokSearch.ask(q,[]);const t1=performance.now();await handbokSearch.ask(q,[]);const t2=performance.now();return [t1-t,t2-t1,r.sums.length,[...document.querySelectorAll('head script')].map(s=>s.getAttribute('src')).filter(s=>s&&s.startsWith('sok/'))]},q);
 const start=readFileSync(S+'/sok.html','utf8').match(/sok\/[0-9a-f]+\.js/)[0];
 const files=[start,...new Set(r[3])]; const kb=files.reduce((s,f)=>s+gzipSync(readFileSync(S+'/'+f)).length,0)/1000;
 out.push([q,kb.toFixed(0)+' kB',files.length+' files',r[0].toFixed(0)+' ms first',r[1].toFixed(0)+' ms again',r[2]+' hits'].join(' | ')); await c.close(); }
console.log(out.join('\n')); await b.close();
