/**
 * The list of words (crypto/src/main/resources/kith/crypto/words.en.txt), of which each begins with
 * so many letters of the one before it: so it takes a quarter less of the first load.
 */
const SHORTENED =
  '0ability2le2out2sorb3urd1ccess2hieve2quire2tion3or3ress1dapt2dress2mit2vance3ice1ffair3ord1g' +
  'ent2ree1head1isle1lbum2ien2ley3ow2pha2ready2ter2ways1mateur2ong3unt1nalyst2chor3ient2kle2nua' +
  'l2swer2tenna3ique1pology2pear3rove2ril1rch2ea3na2med3or2ound2rive2tist1spect2set3ist2thma1th' +
  'lete2tract1uction2dit2thor3o1verage2ocado3id1ware3y2ful2kward1xis0badge2lance2mboo2nana3ner2' +
  'rrel2se3ket1each3n2cause3ome2fore2gin2have2lieve3ow2nch3efit2st2tween1icycle2ology2rd3th1lan' +
  'ket2ess2ouse2ue3r1oard3t2nus2ok3st2rrow2ss1racket3in3nd3ve2ead2ick3dge3ef3ng3sk2oom3wn2ush1u' +
  'ddy3get2ild2lb2ndle2sy2tter2zz0cabbage3in2ctus2ke2ll2mera3p2ncel3dy3oe3yon2pable3tain2rbon3d' +
  '3pet3ry2se3tle2talog2use3tion1eiling2lery2ment2ntury2real1hair3lk3nge3rge3se2eck3ese3f3st2ic' +
  'ken3mney2oice3ose2uckle3nk1igar2rcle2ty1larify3w2ean3rk3ver2ient3ff3p2ock3se3ud2ub3ster3tch1' +
  'oach2conut2de2il3n2llect3umn2mbine3fort3ic3mon2ncert3duct3nect2ok3l2py2ral3rect2st2tton2uple' +
  '3rse2yote1radle3ft3ne2eek2icket3sp2op2ucial3ise3nch2ystal1ube2rious3rent3ve2shion2te0damage3' +
  'p2ring2wn1eal2cade3ide2fine2gree2lay2part3end2rive2sert3ign2tail3ect2vice1iagram3mond2ce2ese' +
  'l2ffer2gital3nity2rect2splay2vide1olphin2nor2uble2ve1raft3ma3w2ess2ift3ll3ve2um1uring2st2tch' +
  '0eager3le2rn3th2sily3y1cho2onomy1dge2it1ffort1ight1lbow2egant3ment2se1mbark3race2erge2otion2' +
  'power3ty1nact2dless3orse2gage3ine2joy2ough2rich2sure2ter3ry1pisode1qual1rase2osion1ssay3ence' +
  '2tate1thics1xact2cite3use2hibit2otic2pand3lain3ress2tend1yebrow0fabric2culty2ll2me2ncy2rm1ed' +
  'eral2ed3l1ield2gure2lm2nal3d3ger3ish2rst2sh2tness1lat3vor2ip2oat3ck3wer2uid1oam2cus2il2llow2' +
  'od2rest3k3um2ster2und1resh2iend3nge2ont3st3zen2uit1uel2rnace2ture0gain2laxy3lery2rage3den3me' +
  'nt2sp2te2uge2ze1enius3re3tle2sture1iant2ggle2nger2raffe1lance3ss2ide2obe3ry3w2ue1oat2ld2od2r' +
  'illa2spel2wn1race3in3pe3ss3vity2een2id2oup3w1uess2itar0habit2lf2mster2nd2rbor3vest2wk1ead3lt' +
  'h3vy2ight2lp2ro1igh2nt2story1old3iday3low2ney2od2rn3se2st2ur2ver1uman3ble3or2ngry1ybrid0idea' +
  '1mage2itate2mune2pact3ulse1nclude3ome2door2form2herit2itial2ject2put2quiry2side3pire3tall2to' +
  '2vite1ron1sland2sue1vory0jacket2zz1eans2lly1oin2urney1ump2nior2st0keep2tchup1ingdom2tchen3e2' +
  'wi1nee2ow0label3or2ke2mp2rge2ter3in2va2wn2zy1eader3f2cture2ft2isure2mon2ngth2sson2tter1ibert' +
  'y3rary2cense2ft2ght2mit2nk2on2st2ttle2zard1oad2cal2ng2op2ttery2ve2yal1uggage2mber2nar1yrics0' +
  'machine2gnet2in2jor2mmal2nage3sion3ual2ple2rch3gin3ket2ss2tch3rix3ter2ze1eadow3sure2lody3t2n' +
  'tion3u2rge3ry2sh2thod1iddle2lk2nd3imum3ute2racle3ror2xture1obile2dify2ment2nitor3th2on2re3ni' +
  'ng2tion2ve3ie1uffin2le2seum3t2tual1ystery2th0name2rrow2ture1eck2ed2st2utral2ws1ice2ght1omine' +
  'e2rmal3th2table3e3ice1umber0oblige2tain2vious1ccur2tober1ffer1kay1live2ympic1nion2line1pen3r' +
  'a2inion1range2bit2der2gan2ient1ther1utdoor3put3side1val2er1wner1yster1zone0pact2ge2ir2lm2nda' +
  '3el2rade3k3ty2ss2tch3tern2use2yment1eace3nut3sant2lican2ople2pper2rfect3son1hone3to1iano2cni' +
  'c2ece2geon2lot2oneer2pe2zza1lace3net3te3y2edge2uck3g1oem3t2lar3e2nd2ol2pular2st2tato3tery1ra' +
  'ise2epare3tty3vent2ice3mary3nt2ocess3duce3fit3ject3mote3ud3vide1ublic2ll3p2mpkin2ppy2rity3se' +
  '2sh1yramid0quality3ntum2ick3z0rabbit2ccoon3k2dio2il3se2lly2mp2ndom3ge2re2te3her1eady3l2bel3u' +
  'ild2call3ipe3ord2duce2flect3orm2gion3ular2lease3y2main2nder3ew2open2pair3eat3ort2quire2turn2' +
  'union2view1hythm1ibbon2de3ge2ght2ng2pple1oad3st2bust2mance2of3m2se2tate2ute2yal1ude2le2nway0' +
  'saddle3ness2il2lad3mon3ute2me2nd2toshi2uce2ve1cale2heme3ool2ience2rap3een1earch3t2cond2ed2gm' +
  'ent2lect2minar2nse2ssion2ttle3up1hadow3ft3re2eriff2ield3ne3p2oe3p3rt2uffle1ibling2ght3n2lent' +
  '3ly3ver2mple2nce3g2tuate2ze1ketch2ill3n1lab3m2ide3ght2ot1mall3rt2ooth1nack3p1oap2ccer3k2da2f' +
  't2lid3ve2ng2on2rt2up3rce1pace3re3tial2eak3cial3ll3nd2here2ider3n2oon3rt3t2read3ing1table3diu' +
  'm3ff3mp3nd3te2eak3el3p3reo2ing2ock3ne3ry3ve2udent2yle1ubject2ccess3h2ggest2it2mmer2nset2per3' +
  'reme2re3face3vey2stain1warm2eet2ift3ng1ymbol2stem0table2ckle2lent3k2pe2sk3te1each3m2nant3nis' +
  '3t2st2xt1hat2eme3n3re3y2ing2ought2ree3ow1icket2de2lt2mber2ny2red2ssue1oast2day2ilet2ken2mato' +
  '2night2ol2pic3ple2rch2tal2urist2wer3n1rack3ffic3in3y2eat3e2ibe3p2ue3ly3mpet1ube2ition2na3nel' +
  '2rkey1welve3nty2in3st1ype0unaware2der2fold2iform3que2lock2til2veil1pdate2grade2on2per1sage2e' +
  'd3ful1tility0vacuum2lley3ve2por2st2ult1elvet2ndor3ture2rb3sion2ssel1ibrant2ctory2ew2llage2rt' +
  'ual2sa3it2tal2vid1oice2lcano3ume0wage3on2lk3l3nut2rm2sh2ter2ve1ear2ekend2lcome1hale3t2eat3n3' +
  're1ide2ll2ndow3k3ner2re2sdom3e2tness1onder2ol2rd3k3th1rap2ite0yard1ear1oung0zebra';

/** 1024 words, the position of each being ten bits; no two begin with the same four letters. */
export const WORDS: readonly string[] = lengthened(SHORTENED);

/** `3ty`: three letters of the word before, then these. */
function lengthened(text: string): string[] {
  let word = '';
  return Array.from(text.matchAll(/(\d)(\D+)/g), ([, kept = '', rest = '']) => {
    word = word.slice(0, Number(kept)) + rest;
    return word;
  });
}
