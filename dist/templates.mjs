import{r as e,t,u as n}from"./library/template.mjs";var r=/* @__PURE__ */ n(e(),1);function i(e,n){let i=Reflect.get(r,`default`),a=t(i.create(),t=>({main:t.template(e),partials:Object.fromEntries(Object.entries(n).map(([e,n])=>[e,t.template(n)]))}));return Object.assign(a,{showsAll:!0})}const a={against:{0:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return e.invokePartial(a(r,`point`),t,{name:`point`,data:i,helpers:n,partials:r,decorators:e.decorators})??``},1:function(e,t,n,r,i){return(e.lambda(t,t)??``)+`
`},compiler:[8,`>= 4.3.0`],main:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return(o(n,`each`).call(a,o(t,`against`),{name:`each`,hash:{},fn:e.program(0,i,0),inverse:e.noop,data:i,loc:{start:{line:1,column:0},end:{line:3,column:9}}})??``)+(o(n,`each`).call(a,o(t,`level`),{name:`each`,hash:{},fn:e.program(1,i,0),inverse:e.noop,data:i,loc:{start:{line:4,column:0},end:{line:6,column:9}}})??``)+`
`},usePartial:!0,useData:!0},changes:{0:function(e,t,n,r,i){return(e.lambda(e.strict(t,`changesIntroduction`,{start:{line:2,column:2},end:{line:2,column:21}}),t)??``)+`

`},1:function(e,t,n,r,i){return`- `+(e.lambda(t,t)??``)+`
`},2:function(e,t,n,r,i){return(e.lambda(t,t)??``)+`
`},3:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`Ask first:

`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`questions`),{name:`each`,hash:{},fn:e.program(1,i,0),inverse:e.noop,data:i,loc:{start:{line:16,column:0},end:{line:18,column:9}}})??``)+`
`},compiler:[8,`>= 4.3.0`],main:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return(o(n,`if`).call(a,o(t,`changesIntroduction`),{name:`if`,hash:{},fn:e.program(0,i,0),inverse:e.noop,data:i,loc:{start:{line:1,column:0},end:{line:4,column:7}}})??``)+(o(n,`each`).call(a,o(t,`changes`),{name:`each`,hash:{},fn:e.program(1,i,0),inverse:e.noop,data:i,loc:{start:{line:5,column:0},end:{line:7,column:9}}})??``)+`
`+(o(n,`each`).call(a,o(t,`open`),{name:`each`,hash:{},fn:e.program(2,i,0),inverse:e.noop,data:i,loc:{start:{line:9,column:0},end:{line:11,column:9}}})??``)+`
`+(o(n,`if`).call(a,o(t,`questions`),{name:`if`,hash:{},fn:e.program(3,i,0),inverse:e.noop,data:i,loc:{start:{line:13,column:0},end:{line:20,column:7}}})??``)},useData:!0},confirmation:{0:function(e,t,n,r,i){return(e.lambda(e.strict(t,`revisit`,{start:{line:2,column:2},end:{line:2,column:9}}),t)??``)+`
`},compiler:[8,`>= 4.3.0`],main:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return(a(n,`if`).call(t??(e.nullContext||{}),a(t,`revisit`),{name:`if`,hash:{},fn:e.program(0,i,0),inverse:e.noop,data:i,loc:{start:{line:1,column:0},end:{line:3,column:7}}})??``)+"`madrigal check` fails when "+(e.lambda(e.strict(t,`profilePath`,{start:{line:4,column:30},end:{line:4,column:41}}),t)??``)+` no longer leads to this decision.

`},useData:!0},decision:{0:function(e,t,n,r,i){return(e.lambda(t,t)??``)+`

`},1:function(e,t,n,r,i){return(e.lambda(t,t)??``)+`
`},compiler:[8,`>= 4.3.0`],main:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return(e.lambda(e.strict(t,`decision`,{start:{line:1,column:2},end:{line:1,column:10}}),t)??``)+`

`+(o(n,`each`).call(a,o(t,`exclusions`),{name:`each`,hash:{},fn:e.program(0,i,0),inverse:e.noop,data:i,loc:{start:{line:3,column:0},end:{line:6,column:9}}})??``)+(o(n,`each`).call(a,o(t,`confidence`),{name:`each`,hash:{},fn:e.program(1,i,0),inverse:e.noop,data:i,loc:{start:{line:7,column:0},end:{line:9,column:9}}})??``)+`
`+(o(n,`each`).call(a,o(t,`table`),{name:`each`,hash:{},fn:e.program(1,i,0),inverse:e.noop,data:i,loc:{start:{line:11,column:0},end:{line:13,column:9}}})??``)+`
`},useData:!0},point:{0:function(e,t,n,r,i){return`  `+(e.lambda(t,t)??``)+`
`},compiler:[8,`>= 4.3.0`],main:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`- **`+(e.lambda(e.strict(t,`headline`,{start:{line:1,column:6},end:{line:1,column:14}}),t)??``)+`**
`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`lines`),{name:`each`,hash:{},fn:e.program(0,i,0),inverse:e.noop,data:i,loc:{start:{line:2,column:0},end:{line:4,column:9}}})??``)+`
`},useData:!0},sources:{0:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return a(n,`if`).call(t??(e.nullContext||{}),a(a(t,`pack`),`file`),{name:`if`,hash:{},fn:e.program(1,i,0),inverse:e.noop,data:i,loc:{start:{line:1,column:53},end:{line:1,column:93}}})??``},1:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return` (`+(e.lambda(e.strict(a(t,`pack`),`file`,{start:{line:1,column:74},end:{line:1,column:83}}),t)??``)+`)`},2:function(e,t,n,r,i){var a=e.strict,o=e.lambda,s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`, with the rules of `+(o(a(s(t,`pack`),`house`,{start:{line:1,column:203},end:{line:1,column:213}}),t)??``)+` (`+(o(a(s(t,`pack`),`file`,{start:{line:1,column:219},end:{line:1,column:228}}),t)??``)+`)`},3:function(e,t,n,r,i){return`[Evidence](`+(e.lambda(e.strict(t,`evidence`,{start:{line:3,column:13},end:{line:3,column:21}}),t)??``)+`): every fact, argument and change, all that is to be watched, and all sources.
`},4:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`Sources:

`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`sources`),{name:`each`,hash:{},fn:e.program(5,i,0),inverse:e.noop,data:i,loc:{start:{line:9,column:0},end:{line:11,column:9}}})??``)+`
`},5:function(e,t,n,r,i){return`- `+(e.lambda(t,t)??``)+`
`},compiler:[8,`>= 4.3.0`],main:function(e,t,n,r,i){var a=e.strict,o=e.lambda,s=t??(e.nullContext||{}),c=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`Judged against "`+(o(a(c(t,`pack`),`title`,{start:{line:1,column:18},end:{line:1,column:28}}),t)??``)+`"`+(c(n,`unless`).call(s,c(c(t,`pack`),`house`),{name:`unless`,hash:{},fn:e.program(0,i,0),inverse:e.noop,data:i,loc:{start:{line:1,column:31},end:{line:1,column:104}}})??``)+`, version `+(o(a(c(t,`pack`),`version`,{start:{line:1,column:116},end:{line:1,column:128}}),t)??``)+`, last verified `+(o(a(c(t,`pack`),`verified`,{start:{line:1,column:148},end:{line:1,column:161}}),t)??``)+(c(n,`if`).call(s,c(c(t,`pack`),`house`),{name:`if`,hash:{},fn:e.program(2,i,0),inverse:e.noop,data:i,loc:{start:{line:1,column:163},end:{line:1,column:238}}})??``)+`.
`+(c(n,`if`).call(s,c(t,`evidence`),{name:`if`,hash:{},fn:e.program(3,i,0),inverse:e.noop,data:i,loc:{start:{line:2,column:0},end:{line:4,column:7}}})??``)+`
`+(c(n,`if`).call(s,c(t,`sources`),{name:`if`,hash:{},fn:e.program(4,i,0),inverse:e.noop,data:i,loc:{start:{line:6,column:0},end:{line:13,column:7}}})??``)},useData:!0}},o={madr:i({0:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`decision-makers: `+(e.lambda(e.strict(a(t,`frontMatter`),`deciders`,{start:{line:6,column:19},end:{line:6,column:39}}),t)??``)+`
`},1:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`consulted: `+(e.lambda(e.strict(a(t,`frontMatter`),`consulted`,{start:{line:9,column:13},end:{line:9,column:34}}),t)??``)+`
`},2:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`informed: `+(e.lambda(e.strict(a(t,`frontMatter`),`informed`,{start:{line:12,column:12},end:{line:12,column:32}}),t)??``)+`
`},3:function(e,t,n,r,i){return`supersedes: `+(e.lambda(e.strict(t,`supersedes`,{start:{line:16,column:14},end:{line:16,column:24}}),t)??``)+`
`},4:function(e,t,n,r,i){return`
`},5:function(e,t,n,r,i){var a=e.strict,o=e.lambda,s=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`* Status: `+(o(a(t,`status`,{start:{line:28,column:12},end:{line:28,column:18}}),t)??``)+`
* Date: `+(o(a(t,`date`,{start:{line:29,column:10},end:{line:29,column:14}}),t)??``)+`
`+(s(n,`if`).call(t??(e.nullContext||{}),s(t,`deciders`),{name:`if`,hash:{},fn:e.program(6,i,0),inverse:e.noop,data:i,loc:{start:{line:30,column:0},end:{line:32,column:7}}})??``)+`
`},6:function(e,t,n,r,i){return`* Deciders: `+(e.lambda(e.strict(t,`deciders`,{start:{line:31,column:14},end:{line:31,column:22}}),t)??``)+`
`},7:function(e,t,n,r,i){return(e.lambda(t,t)??``)+`
`},8:function(e,t,n,r,i){return`- `+(e.lambda(t,t)??``)+`
`},9:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`### Why

`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`why`),{name:`each`,hash:{},fn:e.program(10,i,0),inverse:e.noop,data:i,loc:{start:{line:55,column:0},end:{line:57,column:9}}})??``)},10:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return e.invokePartial(a(r,`point`),t,{name:`point`,data:i,helpers:n,partials:r,decorators:e.decorators})??``},11:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`### What speaks `+(o(n,`if`).call(a,o(t,`opposed`),{name:`if`,hash:{},fn:e.program(12,i,0),inverse:e.program(13,i,0),data:i,loc:{start:{line:60,column:16},end:{line:60,column:56}}})??``)+` `+(e.lambda(e.strict(t,`option`,{start:{line:60,column:59},end:{line:60,column:65}}),t)??``)+`

`+(o(n,`each`).call(a,o(t,`points`),{name:`each`,hash:{},fn:e.program(10,i,0),inverse:e.noop,data:i,loc:{start:{line:62,column:0},end:{line:64,column:9}}})??``)},12:function(e,t,n,r,i){return`against`},13:function(e,t,n,r,i){return`for`},14:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`### What argues against it

`+(e.invokePartial(a(r,`against`),t,{name:`against`,data:i,helpers:n,partials:r,decorators:e.decorators})??``)},15:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return(e.invokePartial(a(r,`against`),t,{name:`against`,data:i,helpers:n,partials:r,decorators:e.decorators})??``)+(a(n,`if`).call(t??(e.nullContext||{}),a(t,`shared`),{name:`if`,hash:{},fn:e.program(16,i,0),inverse:e.noop,data:i,loc:{start:{line:72,column:0},end:{line:79,column:7}}})??``)},16:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`### What they have in common

`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`shared`),{name:`each`,hash:{},fn:e.program(8,i,0),inverse:e.noop,data:i,loc:{start:{line:75,column:0},end:{line:77,column:9}}})??``)+`
`},17:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`### Consequences

`+(a(n,`each`).call(t??(e.nullContext||{}),a(t,`consequences`),{name:`each`,hash:{},fn:e.program(8,i,0),inverse:e.noop,data:i,loc:{start:{line:84,column:0},end:{line:86,column:9}}})??``)+`
`},18:function(e,t,n,r,i){return`Supersedes `+(e.lambda(e.strict(t,`supersedesLink`,{start:{line:98,column:13},end:{line:98,column:27}}),t)??``)+`.

`},compiler:[8,`>= 4.3.0`],main:function(e,t,n,r,i){var a=e.strict,o=e.lambda,s=t??(e.nullContext||{}),c=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`---
number: `+(o(a(t,`number`,{start:{line:2,column:10},end:{line:2,column:16}}),t)??``)+`
status: `+(o(a(t,`status`,{start:{line:3,column:10},end:{line:3,column:16}}),t)??``)+`
date: `+(o(a(t,`date`,{start:{line:4,column:8},end:{line:4,column:12}}),t)??``)+`
`+(c(n,`if`).call(s,c(c(t,`frontMatter`),`deciders`),{name:`if`,hash:{},fn:e.program(0,i,0),inverse:e.noop,data:i,loc:{start:{line:5,column:0},end:{line:7,column:7}}})??``)+(c(n,`if`).call(s,c(c(t,`frontMatter`),`consulted`),{name:`if`,hash:{},fn:e.program(1,i,0),inverse:e.noop,data:i,loc:{start:{line:8,column:0},end:{line:10,column:7}}})??``)+(c(n,`if`).call(s,c(c(t,`frontMatter`),`informed`),{name:`if`,hash:{},fn:e.program(2,i,0),inverse:e.noop,data:i,loc:{start:{line:11,column:0},end:{line:13,column:7}}})??``)+`id: `+(o(a(t,`id`,{start:{line:14,column:6},end:{line:14,column:8}}),t)??``)+`
`+(c(n,`if`).call(s,c(t,`supersedes`),{name:`if`,hash:{},fn:e.program(3,i,0),inverse:e.noop,data:i,loc:{start:{line:15,column:0},end:{line:17,column:7}}})??``)+(c(n,`if`).call(s,c(t,`lineReaders`),{name:`if`,hash:{},fn:e.program(4,i,0),inverse:e.noop,data:i,loc:{start:{line:18,column:0},end:{line:20,column:7}}})??``)+`---
`+(c(n,`unless`).call(s,c(t,`lineReaders`),{name:`unless`,hash:{},fn:e.program(4,i,0),inverse:e.noop,data:i,loc:{start:{line:22,column:0},end:{line:24,column:11}}})??``)+`# `+(o(a(t,`title`,{start:{line:25,column:4},end:{line:25,column:9}}),t)??``)+`

`+(c(n,`if`).call(s,c(t,`lineReaders`),{name:`if`,hash:{},fn:e.program(5,i,0),inverse:e.noop,data:i,loc:{start:{line:27,column:0},end:{line:34,column:7}}})??``)+`## Context and Problem Statement

`+(c(n,`each`).call(s,c(t,`context`),{name:`each`,hash:{},fn:e.program(7,i,0),inverse:e.noop,data:i,loc:{start:{line:37,column:0},end:{line:39,column:9}}})??``)+`
`+(o(a(t,`question`,{start:{line:41,column:2},end:{line:41,column:10}}),t)??``)+`

## Considered Options

`+(c(n,`each`).call(s,c(t,`options`),{name:`each`,hash:{},fn:e.program(8,i,0),inverse:e.noop,data:i,loc:{start:{line:45,column:0},end:{line:47,column:9}}})??``)+`
## Decision Outcome

`+(e.invokePartial(c(r,`decision`),t,{name:`decision`,data:i,helpers:n,partials:r,decorators:e.decorators})??``)+(c(n,`if`).call(s,c(t,`why`),{name:`if`,hash:{},fn:e.program(9,i,0),inverse:e.noop,data:i,loc:{start:{line:52,column:0},end:{line:58,column:7}}})??``)+(c(n,`each`).call(s,c(t,`sides`),{name:`each`,hash:{},fn:e.program(11,i,0),inverse:e.noop,data:i,loc:{start:{line:59,column:0},end:{line:65,column:9}}})??``)+(c(n,`if`).call(s,c(t,`chosen`),{name:`if`,hash:{},fn:e.program(14,i,0),inverse:e.program(15,i,0),data:i,loc:{start:{line:66,column:0},end:{line:80,column:7}}})??``)+(c(n,`if`).call(s,c(t,`consequences`),{name:`if`,hash:{},fn:e.program(17,i,0),inverse:e.noop,data:i,loc:{start:{line:81,column:0},end:{line:88,column:7}}})??``)+`### What would change this decision

`+(e.invokePartial(c(r,`changes`),t,{name:`changes`,data:i,helpers:n,partials:r,decorators:e.decorators})??``)+`### Confirmation

`+(e.invokePartial(c(r,`confirmation`),t,{name:`confirmation`,data:i,helpers:n,partials:r,decorators:e.decorators})??``)+`## More Information

`+(c(n,`if`).call(s,c(t,`supersedes`),{name:`if`,hash:{},fn:e.program(18,i,0),inverse:e.noop,data:i,loc:{start:{line:97,column:0},end:{line:100,column:7}}})??``)+(e.invokePartial(c(r,`sources`),t,{name:`sources`,data:i,helpers:n,partials:r,decorators:e.decorators})??``)},usePartial:!0,useData:!0},a),nygard:i({0:function(e,t,n,r,i){return`Supersedes `+(e.lambda(e.strict(t,`supersedesLink`,{start:{line:10,column:13},end:{line:10,column:27}}),t)??``)+`

`},1:function(e,t,n,r,i){return(e.lambda(t,t)??``)+`
`},2:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return e.invokePartial(a(r,`point`),t,{name:`point`,data:i,helpers:n,partials:r,decorators:e.decorators})??``},3:function(e,t,n,r,i){var a=t??(e.nullContext||{}),o=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return(o(n,`if`).call(a,o(t,`opposed`),{name:`if`,hash:{},fn:e.program(4,i,0),inverse:e.program(5,i,0),data:i,loc:{start:{line:28,column:0},end:{line:28,column:40}}})??``)+` `+(e.lambda(e.strict(t,`option`,{start:{line:28,column:43},end:{line:28,column:49}}),t)??``)+`:

`+(o(n,`each`).call(a,o(t,`points`),{name:`each`,hash:{},fn:e.program(2,i,0),inverse:e.noop,data:i,loc:{start:{line:30,column:0},end:{line:32,column:9}}})??``)},4:function(e,t,n,r,i){return`Against`},5:function(e,t,n,r,i){return`For`},6:function(e,t,n,r,i){return`What argues against it:

`},7:function(e,t,n,r,i){return`- `+(e.lambda(t,t)??``)+`
`},8:function(e,t,n,r,i){var a=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return a(n,`unless`).call(t??(e.nullContext||{}),a(t,`changesIntroduction`),{name:`unless`,hash:{},fn:e.program(9,i,0),inverse:e.noop,data:i,loc:{start:{line:50,column:0},end:{line:53,column:11}}})??``},9:function(e,t,n,r,i){return`What would change this decision:

`},10:function(e,t,n,r,i){return`
<!-- supersedes: `+(e.lambda(e.strict(t,`supersedes`,{start:{line:62,column:19},end:{line:62,column:29}}),t)??``)+` -->
`},compiler:[8,`>= 4.3.0`],main:function(e,t,n,r,i){var a=e.strict,o=e.lambda,s=t??(e.nullContext||{}),c=e.lookupProperty||function(e,t){if(Object.prototype.hasOwnProperty.call(e,t))return e[t]};return`# `+(o(a(t,`number`,{start:{line:1,column:4},end:{line:1,column:10}}),t)??``)+`. `+(o(a(t,`title`,{start:{line:1,column:16},end:{line:1,column:21}}),t)??``)+`

Date: `+(o(a(t,`date`,{start:{line:3,column:8},end:{line:3,column:12}}),t)??``)+`

## Status

`+(o(a(t,`statusWord`,{start:{line:7,column:2},end:{line:7,column:12}}),t)??``)+`

`+(c(n,`if`).call(s,c(t,`supersedes`),{name:`if`,hash:{},fn:e.program(0,i,0),inverse:e.noop,data:i,loc:{start:{line:9,column:0},end:{line:12,column:7}}})??``)+`## Context

`+(c(n,`each`).call(s,c(t,`context`),{name:`each`,hash:{},fn:e.program(1,i,0),inverse:e.noop,data:i,loc:{start:{line:15,column:0},end:{line:17,column:9}}})??``)+`
`+(o(a(t,`question`,{start:{line:19,column:2},end:{line:19,column:10}}),t)??``)+`

## Decision

`+(e.invokePartial(c(r,`decision`),t,{name:`decision`,data:i,helpers:n,partials:r,decorators:e.decorators})??``)+(c(n,`each`).call(s,c(t,`why`),{name:`each`,hash:{},fn:e.program(2,i,0),inverse:e.noop,data:i,loc:{start:{line:24,column:0},end:{line:26,column:9}}})??``)+(c(n,`each`).call(s,c(t,`sides`),{name:`each`,hash:{},fn:e.program(3,i,0),inverse:e.noop,data:i,loc:{start:{line:27,column:0},end:{line:33,column:9}}})??``)+(c(n,`if`).call(s,c(t,`chosen`),{name:`if`,hash:{},fn:e.program(6,i,0),inverse:e.noop,data:i,loc:{start:{line:34,column:0},end:{line:37,column:7}}})??``)+(e.invokePartial(c(r,`against`),t,{name:`against`,data:i,helpers:n,partials:r,decorators:e.decorators})??``)+(c(n,`each`).call(s,c(t,`shared`),{name:`each`,hash:{},fn:e.program(7,i,0),inverse:e.noop,data:i,loc:{start:{line:39,column:0},end:{line:41,column:9}}})??``)+`
## Consequences

`+(c(n,`each`).call(s,c(t,`consequences`),{name:`each`,hash:{},fn:e.program(7,i,0),inverse:e.noop,data:i,loc:{start:{line:45,column:0},end:{line:47,column:9}}})??``)+`
`+(c(n,`if`).call(s,c(t,`changes`),{name:`if`,hash:{},fn:e.program(8,i,0),inverse:e.noop,data:i,loc:{start:{line:49,column:0},end:{line:54,column:7}}})??``)+(e.invokePartial(c(r,`changes`),t,{name:`changes`,data:i,helpers:n,partials:r,decorators:e.decorators})??``)+(e.invokePartial(c(r,`confirmation`),t,{name:`confirmation`,data:i,helpers:n,partials:r,decorators:e.decorators})??``)+(e.invokePartial(c(r,`sources`),t,{name:`sources`,data:i,helpers:n,partials:r,decorators:e.decorators})??``)+`
<!-- id: `+(o(a(t,`id`,{start:{line:59,column:11},end:{line:59,column:13}}),t)??``)+` -->
`+(c(n,`if`).call(s,c(t,`supersedes`),{name:`if`,hash:{},fn:e.program(10,i,0),inverse:e.noop,data:i,loc:{start:{line:60,column:0},end:{line:63,column:7}}})??``)},usePartial:!0,useData:!0},a)};export{o as templates};