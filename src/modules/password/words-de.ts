/**
 * Words that people put into the password of a portal, most likely first: what the portal is for, what a password is called, seasons, clubs,
 * keyboard runs of a German keyboard. Attackers try exactly these with a year and an exclamation mark behind them; general dictionaries rank
 * them far too low or do not know them. Lower case; spellings without umlauts are derived.
 */
const byLikelihood = `
  passwort kennwort passwort1 passwort123 passwort1234 passwort12345 passwort123456 kennwort1 kennwort123 kennwort1234 password passwd passw0rt
  kundenportal portal willkommen hallo geheim geheim123 start start123 startpasswort initialpasswort anfang anfang123 neuespasswort meinpasswort
  meinkennwort passwortneu passwortvergessen vergessen losungswort schluessel schlüssel codewort pin zugang zugangsdaten zugangscode login anmeldung
  anmelden benutzer benutzername konto kundenkonto mein meine meinkonto meinportal mein-portal meinzugang admin administrator gast test test123
  test1234 tester demo muster musterfirma mustermann musterfrau mustermensch beispiel kunde kunden kundennummer kundenbereich kundencenter
  kundenzentrum kundenservice kundenzugang neukunde bestandskunde stammkunde service serviceportal onlineportal onlineservice portal123 portal2026

  sommer winter frühling herbst sommerzeit winterzeit frühjahr jahreszeit sommerferien sommerurlaub sommermärchen winterurlaub herbstferien
  januar februar märz april mai juni juli august september oktober november dezember jänner feber
  montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend wochenende feierabend
  weihnachten ostern pfingsten silvester neujahr karneval fasching oktoberfest advent nikolaus osterhase weihnachtsmann geburtstag hochzeit urlaub
  ferien heute morgen gestern woche monat jahr

  energie strom gas erdgas wasser wärme fernwärme stadtwerke stadtwerk energieversorger grundversorgung ökostrom oekostrom naturstrom solar
  solarstrom photovoltaik wärmepumpe wallbox ladestation ladesäule einspeisung netz netzbetreiber stromnetz zähler zählerstand zählernummer
  stromzähler gaszähler ablesung abschlag tarif stromtarif vertrag verträge vertragsnummer vertragskonto rechnung rechnungen rechnungsnummer
  rechnung123 mahnung zahlung lastschrift bankverbindung überweisung gutschrift guthaben abrechnung jahresabrechnung nebenkosten betriebskosten
  heizkosten heizung heizöl installateur handwerker handwerk monteur monteure elektriker elektro sanitär klempner meister innung anlage anlagen
  hausanschluss netzanschluss anschluss auftrag aufträge bestellung angebot angebote projekt projekte baustelle neubau umzug wohnung haus hausbau
  vermieter mieter hausverwaltung verwaltung genossenschaft gemeinde stadt rathaus bürger bürgerbüro kommune landkreis versorgung entsorgung abfall
  müllabfuhr glasfaser internet telefon mobilfunk versicherung krankenkasse sparkasse volksbank raiffeisen bank bausparen kredit depot steuer
  steuerberater finanzamt elster büro buchhaltung buchhalter personal personalabteilung vertrieb verkauf einkauf lager werkstatt technik kundendienst
  firma firmenname unternehmen betrieb gesellschaft gmbh verein verband abteilung mitarbeiter kollege kollegen chef chefin team teamleiter
  geschäftsführer sekretariat zentrale empfang notdienst bereitschaft drucker scanner computer rechner laptop server netzwerk wlan router fritzbox
  office outlook windows excel sap datev lexware email e-mail postfach mailbox webmail browser homepage webseite internetseite

  fussball fußball bundesliga bayern fcbayern bayernmünchen fcbayernmünchen borussia dortmund borussiadortmund bvb bvb09 bvb1909 schalke schalke04 s04 gelsenkirchen werder
  werderbremen hamburgersv hsv hsv1887 stpauli sanktpauli fcstpauli vfb vfbstuttgart vfb1893 leverkusen bayerleverkusen gladbach
  mönchengladbach borussiamönchengladbach eintracht eintrachtfrankfurt sge1899 sge hertha herthabsc unionberlin eisernunion wolfsburg vflwolfsburg
  freiburg scfreiburg hoffenheim mainz05 fckoeln fcköln effzeh köln1948 augsburg fcaugsburg kaiserslautern fck1900 hansarostock hannover96
  dynamodresden fortunadüsseldorf fortuna1895 nürnberg fcnürnberg derclub msvduisburg arminia bielefeld vflbochum karlsruhersc rbleipzig leipzig
  rapidwien austriawien redbullsalzburg fcbasel youngboys fczürich deutschland nationalmannschaft weltmeister weltmeister2014 europameister

  schatz schatzi liebe ichliebedich ichliebedich1 liebling mausi maus hase hasi häschen engel engelchen sonne sonnenschein sonnenblume stern sternchen sternschnuppe
  schnecke schmetterling prinzessin prinz hexe teufel bärchen bienchen süsse süße kuschel kuschelbär herz herzchen glück glückskind glückspilz
  freunde freundschaft familie mama papa mami papi oma opa mutter vater bruder schwester tochter sohn baby kinder
  hund katze pferd hundkatzemaus wauwau bello rex luna lucky rocky balu sammy felix minka mieze tiger löwe wolf adler falke bär elefant delfin
  schildkröte hamster kaninchen
  michael thomas andreas peter stefan christian martin markus daniel alexander sebastian matthias wolfgang jürgen klaus hans sabine petra monika
  andrea claudia susanne stefanie nicole julia katharina anna maria sandra melanie lukas leon paul maximilian sophie marie emma hannah
  müller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schäfer koch bauer richter

  berlin hamburg münchen köln frankfurt stuttgart düsseldorf essen bremen dresden hannover duisburg bochum wuppertal bonn münster
  mannheim wiesbaden karlsruhe kiel lübeck erfurt rostock kassel halle magdeburg potsdam saarbrücken regensburg würzburg wien graz salzburg
  innsbruck linz zürich bern basel schweiz österreich sachsen hessen thüringen niedersachsen schleswigholstein nordrheinwestfalen badenwürttemberg
  brandenburg europa bodensee ostsee nordsee schwarzwald mallorca italien spanien
  mercedes mercedesbenz bmw audi porsche volkswagen vw golf opel skoda passat traktor motorrad fahrrad ferrari
  kaffee bier schokolade kartoffel bratwurst currywurst brezel erdbeere banane apfel apfelkuchen kuchen pizza nutella sauerkraut schnitzel
  blume rose tulpe garten wald wiese berg see meer strand himmel regenbogen regen schnee schneemann wolke mond vollmond feuer
  musik gitarre klavier tanzen schwimmen angeln wandern reiten jagd jäger feuerwehr polizei bundeswehr schule lehrer student studium uni arzt
  krankenhaus pflege apotheke kirche gott jesus amen frieden freiheit hoffnung leben traum zukunft sicher sicherheit unsicher wichtig privat
  niemand keiner egal keineahnung weissnicht weißnicht ahnung wasweissich achtung hilfe scheisse scheiße arschloch ficken mist verdammt kacke
  hallohallo hallowelt hallo123 hallo1234 hallodu hallihallo moin moinmoin servus gruezi grüezi grüssgott tschüss gutenmorgen gutentag gutenabend
  gutenacht allesgute allesgut allesklar prost danke bitte jawohl naklar nagut supergeheim strenggeheim topsecret sesam sesamöffnedich
  simsalabim hokuspokus abrakadabra lassmichrein lassmichein binich ichbins ichbinich ichbindas dasbinich vierzehn eins zwei drei vier fünf sechs
  sieben acht neun zehn einszwei einszweidrei einszweidreivier erster zweiter

  qwertz qwertz1 qwertz12 qwertz123 qwertz1234 qwertz12345 qwertz123456 qwertzu qwertzui qwertzuio qwertzuiop qwertzuiopü qwertzuiopü+ qwert asdf
  asdfg asdfgh asdfghj asdfghjk asdfghjkl asdfghjklö asdfghjklöä asdfghjklöä# yxcv yxcvb yxcvbn yxcvbnm yxcvbnm,.- asdf1234 asdfasdf asdfjklö
  jklö jklöä qwertzasdf qwertzasdfgh 1qay 2wsx 3edc 4rfv 5tgb 6zhn 7ujm 1qay2wsx 1qay2wsx3edc 1qaywsx qay qaywsx qayxsw qayxsw2 qaywsxedc yaq
  yaq12wsx yaq1xsw2 xsw2 cde3 vfr4 1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6z q1w2e3 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5z6 a1s2d3f4 y1x2c3v4 qaqa qwqw
  zuiop zuiopü uiopü poiuz poiuzt poiuztrewq üpoiuztrewq lkjhgfdsa ölkjhgfdsa mnbvcxy abc abc123 abc1234 abcd1234 abcdef abcdefg abcdefgh a1b2c3
  a1b2c3d4 aa123456 abc12345 abc123456 a123456 a12345678 123abc 123qwe 123qwertz 1234qwer 1234qwertz qwer1234 111111 112233 121212 123123 123321
  123654 147258 147258369 159753 159357 741852963 789456 789456123 987654 987654321 0815 4711 08154711 47110815 4712 1337 007 0000 1111 1234 12345
  123456 1234567 12345678 123456789 1234567890 12345678910 123456789a 1a2b3c 1a2b3c4d
`;

/** A word as people spell it where a form once refused umlauts and accents: Müller, Mueller, Muller. */
export function spellings(word: string): string[] {
  const wide = word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
  const narrow = word.replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '');
  return [...new Set([word, wide, narrow])];
}

/** The list with every spelling, each word once, in the order of its likelihood. Built when it is asked for. */
export const germanPortalWords = (): string[] => [...new Set(byLikelihood.split(/\s+/).filter(Boolean).flatMap(spellings))];
