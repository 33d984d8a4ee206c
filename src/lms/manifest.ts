import type { LmsPackage } from "./lms-package.ts";

/** The page that an LMS opens, from the root of the package. */
export const LAUNCH_PAGE = "index.html";

/**
 * `imsmanifest.xml`: what tells an LMS what is in a package. One organization with one item, one
 * SCO, and every file listed. The content itself sets completion, success and scores; no sequencing
 * rule of the LMS overrules it.
 *
 * @param files from the root of the package, without the manifest
 */
export function manifest(about: LmsPackage, files: readonly string[]): string {
  const { edition, title } = about;
  const id = `downhill-${about.id}`;
  const form = FORMS[edition];
  const listed = files.map((file) => `      <file href="${attribute(encodeURI(file))}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${attribute(id)}" version="1.0"
  ${form.namespaces.join("\n  ")}
  xsi:schemaLocation="${form.schemas.join("\n    ")}">
  <metadata>
    <schema>${SCHEMA}</schema>
    <schemaversion>${form.version}</schemaversion>
  </metadata>
  <organizations default="book">
    <organization identifier="book">
      <title>${content(title)}</title>
      <item identifier="part" identifierref="page">
        <title>${content(title)}</title>${edition === "2004" ? sequencing(about) : ""}
      </item>${edition === "2004" ? CONTROL : ""}
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" ${form.sco} href="${LAUNCH_PAGE}">
${listed.join("\n")}
    </resource>
  </resources>
</manifest>
`;
}

const SCHEMA = "ADL SCORM";
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

const FORMS = {
  "1.2": {
    version: "1.2",
    sco: 'adlcp:scormtype="sco"',
    namespaces: [
      'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"',
      'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
      XSI,
    ],
    schemas: [
      "http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd",
      "http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd",
    ],
  },
  "2004": {
    version: "2004 4th Edition",
    sco: 'adlcp:scormType="sco"',
    namespaces: [
      'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"',
      'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"',
      'xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"',
      'xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"',
      'xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
      XSI,
    ],
    schemas: [
      "http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd",
      "http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd",
      "http://www.adlnet.org/xsd/adlseq_v1p3 adlseq_v1p3.xsd",
      "http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd",
      "http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd",
    ],
  },
} as const;

const CONTROL = `
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>`;

function sequencing({ exercises }: LmsPackage): string {
  const objectives = exercises.map(
    ({ id }) => `            <imsss:objective objectiveID="${attribute(id)}"/>\n`,
  );
  return `
        <imsss:sequencing>
          <imsss:objectives>
            <imsss:primaryObjective objectiveID="downhill.whole" satisfiedByMeasure="false"/>
${objectives.join("")}          </imsss:objectives>
          <imsss:deliveryControls tracked="true" completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>`;
}

/** What XML 1.0 has no place for, not even as a reference. */
const OUTSIDE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const content = (text: string) =>
  text
    .replace(OUTSIDE, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
const attribute = (text: string) => content(text).replaceAll('"', "&quot;");
