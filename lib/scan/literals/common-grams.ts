/**
 * Four characters in a row that text and code are full of, lower case, one after the other; the first line those of which there is one in 16,384 characters at
 * least, each further line twice as many. Written by `scripts/train-grams.ts` from the sources of the project's dependencies.
 */
export const COMMON_GRAMS: readonly string[] = [
  // biome-ignore format: a table
  '\n\n//\n\n``\n\nco\n\nex\n  a\n  f\n  g\n  p\n  s\n  v\n## \n###\n//#\n}\n/\n}\ne\n}\nf\n});   (   )   .   [   _   h   u   w  "a  "d  "t' +
    '  br  el  fi  fu  ma  na  no  op  pu  tr  |  "de "in "ty &&\n (co (er (in (is (re (st (ty (va * ` * i * s +=  ...' +
    ' /*  0)  0,  0;\n = " = \' = _ = b = d = i = m = v = z ==  ??  [0, []; ``` a c a n a p acc act app ass asy at  att' +
    ' aut blo bre bro bui but cat che chi cli clo col css del dep dir dom enc end ent exi fie fin fir fra gen giv goo' +
    ' hav htm i = inf ini inv iss its jso len lin loc log map mar max may mus nex no  non off one onl ope pag pas per' +
    ' pla plu pri pub que ran ref reg rem roo run see ser sha sho so  sof sto sup svg sym tag tar tim tok try uni unk' +
    ' upd url usi uti vis we  win wri z.z zod { r {@l | " | u }\n} } = } e })\n }, ", "", (", {":\n ";\n "], "str"typ"val' +
    '# so### && t\')\n \') {\';\n\n\';\n (() (0, (eve(exp(fun(ins(key(nam(obj(opt(pat(pro(res(sta(str({\n )\n\n ) &&) : ) { ) | ' +
    ') ||))\n )).t): p): s): v);\nc* @s* ``* co, "&, (), an, op, or, pa, pr, so, st, to, va, {\n, { .\n\n#. */. th.",\n.$zo' +
    '../../...add.cal.cha.cre.d.t.err.exp.for.fro.has.ind.ini.key.log.nam.nod.opt.org.pat.rep.res.sli.str.tes.toe/# s' +
    '/** /../// a// c// i// s// t//# /com/doc/nod/uti0) {0;\n : ".: "i: (): an: fa: fu: no: pr: re: th: un: vo: z.: { ' +
    ';\n *;\n/*;\n//;\nva;\n});\n};;"],;\\u6;if(;ret<str= 0;= []= co= ex= fa= fu= no= pa= st= tr= un= {\n== 0== t== u=> v> vo' +
    '>;\n ?: b?: n?: s@lin[\n  [0, [];\n[key\\u01\\udd]\n  ]);\n], [],[[_typ`\n  `);\n`;\n ``\n\na = abelaboracceace(ack ackaacte' +
    'adabaddiafteage.agesain ak;\nall(alleallyame(ame,ame.ametams)an aan ean ian oan;\nanchanneannoansfappiapplar _ar i' +
    'aracarcharcoariaart artiartsas aassiat tata ateeatematerath ath)ath.ativaturatusauseauthautoave aylobefober ber)' +
    'ber,ber;bidibilibindbledblesbodybortbscrbserbut calecan canncapecatccemaceofch (chrochunckagcketcleacollcolocond' +
    'connconvcopecoracordcouncribct.dcterctivcurscustd\n  d byd ond red thd wid) {d);\nd.\n d.tsdablde =de) de, de: debu' +
    'ded def)def.deledencdepederrdersdes destdetadevedex.disadispdistditidlerdocsdowndrendresdtype !=e a e ane ase ca' +
    'e dee exe fie fre fue mae nee noe ore pre see soe use vae wie",\ne", e(".e(\'.e();e, te.coe.exe.ine.jse.loe.ree: "' +
    'e: \'e: (e: se: te?: ead eadaeak;ean;earcebugecodectsecuted\n ed =ed aed bed fed ied oed wed",ed) ed, ed;\neerrefix' +
    'egisejeceldseletelpeema.embeemitemplempten tenabend end(endient"ent(ent,entlentnentteoutepatepenepreer aer ier o' +
    'er()er) eraberalercoere erederenergeeriaermierreers.erseervaes oes, es.\nes: escaeseneseresetespaess ess.esseesso' +
    'est.estaesteestiestset =et iet oet tet, et: etatetchettievalew eew sex =exceexecexicexitext(ext)ext.extrf (cf (i' +
    'f (pf (sfailfectfer fereffecficafiedfig.figufiltfindflagfor(fterftwag = g thg | ge: get(getagetsgexpght gintgist' +
    'givegnorgooggrougth)gth;guragurlh = h thh) {hannharaharchas havehe\n he `he ahe dhe ehe ihe mhe nhe ohe thelphere' +
    'hichhilehinghis,hosthoulhouthromhunki = ice(ich id) id: id;\nidatide idenidthied if tificignaignoigurildriledilen' +
    'ilesilitilteimatimeoimitin ainalinatind indiine inepinesing\ning"ing>ingcinguinininisink inneinseinueion\nion\'ion)' +
    'ion:iptiiptoiredis ais iis nis sis tis, is.pis.ris.sis[pisabisarise<isitispoissiist istiistritabitesithoitiaitle' +
    'its itteity ive iveniverize izedizerjoink;\n kagekey key)key,l\n  l bel) {l);\nlaralatilderldrele =le, le.ele.lle: ' +
    'leasled leftlenalepales lestlexilid lidalikelimilinglintlitelityll bll) ll, lleclledlly lobalongloselowelperlse,' +
    'lse;lt =lterlue,lue.lue;luetm = m thmainmalimap(matime =me, medimeoumergmespmetametemissmit mittmparmpilmplampli' +
    'mptymultmustmutan\n  n a n ann con den fan inn isn nen non obn ofn pan ton trn {\nn": n.\n nablnal narynatinceond =' +
    'nd and tnditnectned ned)ned;needneprnersneveng =ng ang |ng()ngesnglengurnimanionnknonnecnnelnnernnotnorenormnoti' +
    'nprons =ns ans tns {ns, ns: nse nsernsfonsolnst,nt =nt tnt) nt, nt.\nntaintatntedntiantifntinntitntrintrynts.nume' +
    'nverobalobseocalocatockeocolocs/ode(oderoequof aof cof softwogleoid)oid;oldeole.olleolorom "om tompaompiomplompo' +
    'on =on aon con fon ion oon son won":on()on, on.\non: on;\nondione onenonneons)ons,ons:onsoontaontiontronveooglopen' +
    'optsopyror =or cor ior sor("or, or: oratordeoreaorg/oritorkeors ory ostrotocour ovidp = passpaylpe {pe, permpers' +
    'pileplatplayple plempletplicpos poseppedpperppinpplypporprecprefprojprovptorpureput put.putepyriquerr\n  r (cr co' +
    'r inr rer tor) {r);\nr.\n rablracerackrageray ray(ray.rce rcemrcodrconrderre cre ire("re(\'re.$reacrecered redirefe' +
    'refirejerencrendreporestrialriberictriesrkerrmalrn `rn arn crn ern frn prn rrn {rn;\nrojerollromeror)ror.rorsroup' +
    'rovirserrsorrt frt irts rty rty(rue rue)rue,rue;rvabrverry {s\n *s ars cos exs fos iss ors prs res wis",\ns,\n s.co' +
    's.des.ges.ins.jss.mas.pus.res.ses.sts?: s[prsablsafesamescapsconscopse\n se "se \'se sse tse, searsee selfsentser ' +
    'ser.serises sessset(setssettsforshousiblsidesitoslicsocksoftsolesomesplisposssedsserssigssorst ast bst dst est f' +
    'st ist mst nst ost pst tst {stacstedsterstinstomsuessuppswitt ==t a t ast bet fot frt fut lit mat not ont pat pr' +
    't set stt vat wit",\nt": t(int) =t,\n t, dt.det.jst: etacktalltanttasktatttatutch(tchetchitconte =te tte: ted.tele' +
    'temetemptemster(ter.teretermtforth =th ath tth) th, thanthe\nthenthinthoutic til.tilstinutlistnamto ato ctocotoeq' +
    'tor,toretorytosttreetrictrietry ts =ts ats tts, tstattyptwarual(ubscue =ue) ue);ue,\nue, ueryulatuld ule ule.ules' +
    'ull,ult.ultiultsumeruniounknuppourature ure_url=urn;ursousinust ustoutatutesutiovablven ver verbverrvertvicevide' +
    'visiw erwarewhicwhilwidtwrapx = xcepxecuxicay = y ofy thy {\nyloayourype"ype)ype,ypeeyrigytes{ re{@li{con| un}\n\n/' +
    '}\nex}\nfu}\n}\n} = };\n\n',
  // biome-ignore format: a table
  '\n\n##\n\n/*\n  e\n  i\n  r\n  t\n *\n\n */\n// \n```\nfun\nvar\n}\n\n\n};\n   \'   a   b   d   g   m   n   o  *\n  de  fo  ge  in  le' +
    '  pa  pr  se  st  ty  }   }; "./ \'.. \'./ (th *   * a * c * r * t = ( = 0 = [ = a = c = e = o = p = s = { @re a s' +
    ' add all are arg arr awa bas boo buf by  cal can cha cla cod cop cor cre cur dat dec des dis doc edi ele eve han' +
    ' has htt imp inc ind inp it  ite let lic lis mat mes met mod on  oth out pat pos pre rec rep sch sel sou spe sub' +
    ' tes tex thr tra ver whe whi wil wor you | n };\n"\n  ");\n": {$zod\');\n\', \'\'../\';\ni(\n  (): (con(err(htt(nod(par(typ' +
    '(val) re)) {),\n ).to);\n}*   * @r* re* th*/\ne, co, de, in, re, th.con.def.js".map.par.pro.pus.set.sta.typ.val.zod' +
    '/\nex//gi/git:\n  : bo: tr://g;\n\n/;\nco= ne= nu= th== "== \'== n====@ret[pro] = ](ht],\n ];\n ```\nace acheactiaderadon' +
    'age ait all allballoam {ame)ame:amesamplany appearatargsarguass asseate(ate.atesaticatteawaib.coble blicblocbrea' +
    'builbytecachcatecaticcescensceptchanchecchedcificliecloscludcom/copycorectedcumecurrd ind tod;\n decodentder dex ' +
    'direditodmindocudonle\n *e ==e foe ife ine ise lie ofe pae ree ste toe {\ne": e,\n e.\n eacheadeeadoecifeconecorect ' +
    'ecteectoed ted.\nefereforegexemapemovenamenceencoendeenseensient)ent:entaenteentrenumepareplaeproequaer =er ter, ' +
    'er: er;\nerfaernaers ersiertiervees =es aes tescrespoest est(estreterethoetypeveleverexamexprext f (!f (tfaceffse' +
    'fielfierfinifirsforeframfsetg;\n geneget githglobgth gumehanghe che fhe lhe phe rheadheckhen her his[hub.ialiical' +
    'icaticenid 0ieldienties ifieiginile ill implin tinclindoinfoing(ing)ing,ing.ing;ingsinvaion"ion,ire(irecirstis.#' +
    'is._is.citemithuivatjs\';keyskindknowl = l;\n lacelarelastlatelbacletelevelic lienlinklizell;\nllballowloadlocalock' +
    'ludelue)lue:lueslugimandmappmarkme: methmmanmmenmodemoven = n ren;\n nce ncluncodndennderndinndowneranextng tng, ' +
    'ng;\nningnitinly nownnsiont: nts nvalo thocesocumode)ode,ode:odesodmioffsoid ointokenolveommaommeon (on tonalons.' +
    'onseor (or aor tore ore.origorteositotheotototypouldoundountout outpoverow npacepackpagepartpattpdatpe =pe: peci' +
    'pendperapingplacplugpoinponsposiprevprivprocpublpushqualr thr;\n ractramsrangransrateratoreakreamrecorectregeregi' +
    'remoreplreseresprfacrgetrgumrighrigiriterivarn nrnalrocerootror ror(row rrenrse(rsiort crt drt trtedrtierts.rtys' +
    'ructrules\n  s a s ans ins nos ofs tos": s) {s);\ns.\n s.les;\n se ise {se;\nsed sertset signsitisizespacsponst cst r' +
    'st sst, stenstorstylsubssue.t\n  t cot det ext int ist oft ret tht tot tyt) {t);\nt.\n t;\n tabltaintanctch tenetens' +
    'ter terfterstes thodthubtialtiestifitnodto ttoketor tor(tor.torstotytputtractrantructterturetyletysyub.cubliucto' +
    'ue: ue;\nuginuildull ull)ull;updaurreuse useduserush(utpuvatevieww newaitwhenwillwindwordworkwritxampxpreync you ' +
    'ype.ype:ysymz.zozodm| nu} el};\n ',
  // biome-ignore format: a table
  '\n  "\n  /\n  c\n/**\ncon\nimp   e   f   l   p   s   v  */  ca  ex  va  })  }, !== &&  ()  *\n  /** = f = n = r = t @pa' +
    ' an  any as  be  cas com def els err exp ext fal fil get ins int key nam nod not num obj opt or  rea req set sta' +
    ' tha tru und use var voi wit ||  }\n\n } f }); },\n!== \',\n () =() {();\n(thi));\n);\n\n*\n ** @p*****/\n ----.\n *.com.get' +
    '.js\'.len////: nu: st: {\n;\n\n ;\nex;\nim;\n}\n= re=> {> {\n@paralidalizalseame anceandlangeare arenargease asynate ated' +
    'atorattrbackbasebol.boolbrowbuffbutecallcasecesscharchemchilclarclascommcompconfcreacripctord = datadatedecldesc' +
    'dingdulee\n  e coe the) {e);\ne;\n eateeclaect(ect.ectieditelecelseendsenerent.entientseof equeequieratesolessaessi' +
    'esulexpef thfalsfferfinehandhat he shemahildhis hrowhtmlibutightinedinitinpuinstion(ion.ionaissuisteiterith itio' +
    'itorjsonlassleanlectlet licelinelistlse lue m \'.matcmbolmessminimisemodumplen thndefndexndlends nfignot nputnsta' +
    'nstrntenntexode ode.odulof toleaom \'omisonfionlyons ooleormaortsourcowseparepectpeofprespromprotps:/quesquirr = ' +
    'ram rameratireatrentresoressresuriburiptrmatrn trns romirotorowsrt {s ths\';\ns://sageschescriseleservsingsolvsour' +
    'specssagssiossuestanstarstrestrusultsymbsynct { targtarttatited tendtentteraterntestthattherthrotimetingtivetps:' +
    'treatribtruettpsttriuestuffeuireult umenundeurceurnsutilvaliversvoidwserxpecxxxxymboypeoypeszzzz}\n\n } fr});\n},\n ',
  // biome-ignore format: a table
  '\n  }\nexp   "   /   t  /*  //  th * @ */\n //  === =>  and for fro fun in  is  new nul of  par pro res str typ val' +
    '",\n ": ")\n  ) =>*\n  **\n .\n  /\n  /**\n=== ableand aramarraarseatchatioaultbjeccodecontdefadefie = efauefinelememen' +
    'engtent erroertyevenextefaulfilefor formfromhttpimpoindeintejectlemelengmbermpornew ngthnternullnumbobjeonteoper' +
    'paraparspathpertpropreadrequrom roperrayrrors = sionstatt = tatetextumbevar ventwithxporxtenype ',
  // biome-ignore format: a table
  '\n *    *   c   i   r   }  *   co  if  re  }\n con if  ret thi to  }\n alueconsctioexpofunchis.if (ing ion ionsment' +
    'namenctinodenst onstoptiort portptioringstritrinuncturn valu}\n  ',
  // biome-ignore format: a table
  ' the {\n ) {\n);\n ,\n  ;\n  eturretuthe thistionturntype{\n  ',
];
