import { chromium } from 'playwright'
import { readFileSync } from 'node:fs'
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']})
const p = await b.newPage()
const [x,y]=process.argv.slice(2).map(f=>'data:image/png;base64,'+readFileSync(f).toString('base64'))
console.log(await p.evaluate(async ([x,y])=>{
 const get=async(s)=>{const i=new Image();i.src=s;await i.decode();const c=new OffscreenCanvas(i.width,i.height).getContext('2d');c.drawImage(i,0,0);return c.getImageData(0,0,i.width,i.height)}
 const A=await get(x),B=await get(y); let box=[1e9,1e9,-1,-1],n=0
 if(A.width!==B.width||A.height!==B.height) return [A.width,A.height,B.width,B.height]
 for(let i=0;i<A.data.length;i+=4) if(A.data[i]!==B.data[i]||A.data[i+1]!==B.data[i+1]||A.data[i+2]!==B.data[i+2]){n++;const px=(i/4)%A.width,py=(i/4/A.width)|0;box=[Math.min(box[0],px),Math.min(box[1],py),Math.max(box[2],px),Math.max(box[3],py)]}
 return [n,...box]
},[x,y])); await b.close()
