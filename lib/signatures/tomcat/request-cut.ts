import { defineClue } from '#lib/catalogue/define.ts';

export const tomcatRequestCut = defineClue({
  id: 'tomcat/request-cut',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['is still processing a request that has yet to finish'],
  means: 'Tomcat stopped in the middle of a request, which is cut now.',
  provenance: {
    project: 'tomcat',
    file: 'java/org/apache/catalina/loader/LocalStrings.properties, webappClassLoader.warnRequestThread',
    version: '9.0 to 11.0',
  },
  pattern:
    /^The (?:thread|web application) \[[^\]]{1,200}\] (?:of web application \[[^\]]{1,200}\] )?is still processing a request that has yet to finish\./,
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '22-Nov-2026 12:24:54.739 WARNING [Thread-1] org.apache.catalina.loader.WebappClassLoaderBase.clearReferencesThreads The thread [http-nio-127.0.0.1-18000-exec-2] of web application [ROOT] is still processing a request that has yet to finish. This is very likely to create a memory leak.',
      gives: {},
      from: 'captured, Tomcat 10.1.60, its tail shortened',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});
