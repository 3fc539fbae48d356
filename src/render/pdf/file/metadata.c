#include <time.h>

#include "base/buffer.h"
#include "render/pdf/file/metadata.h"
#include "render/pdf/file/text.h"
#include "render/pdf/file/write.h"

static const char producer[] = "Hearth";

/* "D:20250501120000+00'00'" or, for XMP, "2025-05-01T12:00:00Z". */
static struct str moment_text(struct arena *arena, int64_t moment, bool xmp)
{
	time_t seconds = (time_t)moment;
	struct tm t;

	if (!gmtime_r(&seconds, &t) || t.tm_year + 1900 > 9999 || t.tm_year + 1900 < 0)
		return xmp ? STR("1970-01-01T00:00:00Z") : STR("D:19700101000000+00'00'");
	return str_format(
		arena, xmp ? "%04d-%02d-%02dT%02d:%02d:%02dZ" : "D:%04d%02d%02d%02d%02d%02d+00'00'",
		t.tm_year + 1900, t.tm_mon + 1, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec);
}

static void write_info(struct writer *writer, const struct document *document)
{
	struct str moment = moment_text(writer->arena, document->created, false);
	const char *date = str_terminated(writer->arena, moment);

	writer->info = writer_dict(writer);
	writer_text(writer, writer->info, "Title", document->title);
	writer_text(writer, writer->info, "Author", document->author);
	if (document->summary.length > 0)
		writer_text(writer, writer->info, "Subject",
			    document_description(writer->arena, document));
	writer_text(writer, writer->info, "Creator", str_of(producer));
	writer_text(writer, writer->info, "Producer", str_of(producer));
	HPDF_Dict_Add(writer->info, "CreationDate", HPDF_String_New(writer->mmgr, date, NULL));
	HPDF_Dict_Add(writer->info, "ModDate", HPDF_String_New(writer->mmgr, date, NULL));
}

static void xml_text(struct buffer *out, struct str text)
{
	for (size_t i = 0; i < text.length; i++)
		switch (text.at[i]) {
		case '<':
			buffer_text(out, "&lt;");
			break;
		case '>':
			buffer_text(out, "&gt;");
			break;
		case '&':
			buffer_text(out, "&amp;");
			break;
		default:
			if ((unsigned char)text.at[i] >= ' ')
				buffer_byte(out, text.at[i]);
		}
}

/* `before` and `after` hold the tags round the value. */
static void xmp_value(struct buffer *out, const char *before, struct str value, const char *after)
{
	if (value.length == 0)
		return;
	buffer_text(out, before);
	xml_text(out, value);
	buffer_text(out, after);
}

/* PDF/A asks that properties beyond its own list are described: here PDF/UA's part. */
static const char extension_schema[] =
	"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
	"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
	"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
	"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
	"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
	"<pdfaProperty:name>part</pdfaProperty:name>\n"
	"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
	"<pdfaProperty:category>internal</pdfaProperty:category>\n"
	"<pdfaProperty:description>Part of PDF/UA that the file conforms to"
	"</pdfaProperty:description>\n"
	"</rdf:li></rdf:Seq></pdfaSchema:property>\n"
	"</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static void xmp_write(struct writer *writer, const struct document *document, struct buffer *out)
{
	struct str moment = moment_text(writer->arena, document->created, true);
	const char *bag_end = "</rdf:li></rdf:Bag></dc:language>\n";
	const char *alt_end = "</rdf:li></rdf:Alt>";

	buffer_text(out, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
			 "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
			 "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
			 "<rdf:Description rdf:about=\"\""
			 " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
			 " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
			 " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
			 " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
			 " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
			 " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
			 " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
			 " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
			 "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n"
			 "<pdfuaid:part>1</pdfuaid:part>\n");
	xmp_value(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", document->title,
		  alt_end);
	buffer_text(out, "</dc:title>\n");
	xmp_value(out, "<dc:creator><rdf:Seq><rdf:li>", document->author,
		  "</rdf:li></rdf:Seq></dc:creator>\n");
	xmp_value(out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
		  document_description(writer->arena, document),
		  "</rdf:li></rdf:Alt></dc:description>\n");
	xmp_value(out, "<dc:language><rdf:Bag><rdf:li>", document->language, bag_end);
	xmp_value(out, "<xmp:CreateDate>", moment, "</xmp:CreateDate>\n");
	xmp_value(out, "<xmp:ModifyDate>", moment, "</xmp:ModifyDate>\n");
	xmp_value(out, "<xmp:CreatorTool>", str_of(producer), "</xmp:CreatorTool>\n");
	xmp_value(out, "<pdf:Producer>", str_of(producer), "</pdf:Producer>\n");
	buffer_text(out, extension_schema);
	buffer_text(out, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
}

static void write_xmp(struct writer *writer, const struct document *document)
{
	HPDF_Dict dict = writer_dict(writer);
	struct buffer out = {0};

	HPDF_Dict_AddName(dict, "Type", "Metadata");
	HPDF_Dict_AddName(dict, "Subtype", "XML");
	xmp_write(writer, document, &out);
	/* uncompressed, so that programs that know no PDF can find it */
	writer_stream(writer, dict, str_copy(writer->arena, buffer_view(&out)), false);
	buffer_release(&out);
	HPDF_Dict_Add(writer->doc->catalog, "Metadata", dict);
}

static void write_intent(struct writer *writer, struct str icc)
{
	HPDF_Dict intent = HPDF_Dict_New(writer->mmgr), profile = writer_dict(writer);
	HPDF_Array intents = writer_array(writer);
	const char *name = "sRGB IEC61966-2.1";

	HPDF_Dict_AddNumber(profile, "N", 3);
	writer_stream(writer, profile, icc, true);
	HPDF_Array_Add(intents, intent);
	HPDF_Dict_AddName(intent, "Type", "OutputIntent");
	HPDF_Dict_AddName(intent, "S", "GTS_PDFA1");
	HPDF_Dict_Add(intent, "OutputConditionIdentifier",
		      HPDF_String_New(writer->mmgr, name, NULL));
	HPDF_Dict_Add(intent, "Info", HPDF_String_New(writer->mmgr, name, NULL));
	HPDF_Dict_Add(intent, "DestOutputProfile", profile);
	HPDF_Dict_Add(writer->doc->catalog, "OutputIntents", intents);
}

void write_metadata(struct writer *writer, const struct pdf *pdf)
{
	HPDF_Dict catalog = writer->doc->catalog;
	HPDF_Dict marks = HPDF_Dict_New(writer->mmgr), preferences = HPDF_Dict_New(writer->mmgr);

	write_info(writer, pdf->document);
	write_xmp(writer, pdf->document);
	write_intent(writer, pdf->icc);
	writer_text(writer, catalog, "Lang", pdf->document->language);
	HPDF_Dict_AddBoolean(marks, "Marked", HPDF_TRUE);
	HPDF_Dict_Add(catalog, "MarkInfo", marks);
	HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
	HPDF_Dict_Add(catalog, "ViewerPreferences", preferences);
	HPDF_Dict_Add(catalog, "StructTreeRoot", writer->tree);
	HPDF_Dict_AddName(catalog, "PageMode", "UseOutlines");
}
