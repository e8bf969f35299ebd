#include "support/demo_flows.hpp"

#include <optional>
#include <utility>

namespace handbok::test {
namespace {

FlowGraph begin(const std::string& id, const std::string& title, const std::string& purpose) {
  FlowGraph graph;
  graph.id_prefix = id + "-";
  graph.title = title;
  graph.description = purpose;
  return graph;
}

FlowLane lane(const std::string& title) {
  return {title, "../../roller/index.html#" + title};
}

FlowNode node(const std::string& id, NodeKind kind, const std::string& label,
              std::optional<std::size_t> in_lane, int number) {
  FlowNode result;
  result.id = id;
  result.kind = kind;
  result.label = label;
  result.lane = in_lane;
  result.href = "#steg-" + id;
  result.number = number;
  return result;
}

FlowNode together(FlowNode result) {
  result.is_collaboration = true;
  result.collaboration_label = "Samverkan";
  return result;
}

FlowGraph pro_001() {
  FlowGraph graph = begin("PRO-001", "Huvudprocess socialtjänst (SoL och LSS)",
                          "Den som behöver stöd får rätt stöd i tid.");
  graph.lanes = {lane("Handläggare"), lane("Omsorgspersonal")};
  graph.nodes = {
      node("S", NodeKind::start, "Behov blir känt", {}, 0),
      node("A1", NodeKind::activity, "Aktualisera ärendet", 0, 1),
      node("D1", NodeKind::decision, "Ska utredning inledas?", 0, 2),
      together(node("A2", NodeKind::activity, "Utreda och bedöma behov", 0, 3)),
      node("D2", NodeKind::decision, "Beviljas insats?", 0, 4),
      together(node("A3", NodeKind::activity, "Planera insatsen med den enskilde", 1, 5)),
      node("A4", NodeKind::activity, "Utföra insatsen", 1, 6),
      together(node("A5", NodeKind::activity, "Utvärdera", 0, 7)),
      node("D3", NodeKind::decision, "Är behovet tillgodosett?", 0, 8),
      node("A6", NodeKind::activity, "Meddela beslut och väg att överklaga", 0, 9),
      node("A7", NodeKind::activity, "Avsluta insatsen", 0, 10),
      node("E1", NodeKind::end, "Behovet tillgodosett", {}, 0),
      node("E2", NodeKind::end, "Avslutat utan insats", {}, 0),
  };
  graph.edges = {
      {0, 1, ""},
      {1, 2, ""},
      {2, 3, "ja"},
      {2, 12, "nej"},
      {3, 4, ""},
      {4, 5, "ja"},
      {4, 9, "nej"},
      {9, 12, ""},
      {5, 6, ""},
      {6, 7, ""},
      {7, 8, ""},
      {8, 10, "ja"},
      {8, 3, "nej, behovet har ändrats"},
      {10, 11, ""},
  };
  return graph;
}

FlowGraph pro_002() {
  FlowGraph graph = begin("PRO-002", "Huvudprocess hälso- och sjukvård",
                          "Patienten får säker vård utifrån behov.");
  graph.lanes = {lane("Sjuksköterska")};
  graph.nodes = {
      node("S", NodeKind::start, "Vård begärs för egen räkning", {}, 0),
      together(node("A1", NodeKind::activity, "Ta emot vårdbegäran", 0, 1)),
      node("A2", NodeKind::activity, "Bedöma behov av utredning", 0, 2),
      node("D1", NodeKind::decision, "Behövs utredning?", 0, 3),
      together(node("A3", NodeKind::activity, "Utreda", 0, 4)),
      node("A4", NodeKind::activity, "Bedöma behov av åtgärder", 0, 5),
      node("D2", NodeKind::decision, "Behövs åtgärd?", 0, 6),
      together(node("A5", NodeKind::activity, "Åtgärda", 0, 7)),
      node("P1", NodeKind::subprocess, "Läkemedelshantering", {}, 8),
      together(node("A6", NodeKind::activity, "Följa upp", 0, 9)),
      node("D3", NodeKind::decision, "Är målet nått?", 0, 10),
      node("A7", NodeKind::activity, "Ge råd eller hänvisa vidare", 0, 11),
      node("E1", NodeKind::end, "Vården avslutad", {}, 0),
      node("E2", NodeKind::end, "Hänvisad", {}, 0),
  };
  graph.edges = {
      {0, 1, ""}, {1, 2, ""},  {2, 3, ""},     {3, 4, "ja"},   {3, 11, "nej"},      {11, 13, ""},
      {4, 5, ""}, {5, 6, ""},  {6, 7, "ja"},   {6, 9, "nej"},  {7, 8, "läkemedel"}, {8, 9, ""},
      {7, 9, ""}, {9, 10, ""}, {10, 12, "ja"}, {10, 4, "nej"},
  };
  return graph;
}

FlowGraph pro_003() {
  FlowGraph graph = begin("PRO-003", "Delprocess läkemedelshantering",
                          "Rätt läkemedel till rätt person i rätt tid.");
  graph.lanes = {lane("Sjuksköterska")};
  graph.nodes = {
      node("S", NodeKind::start, "Ordination finns", {}, 0),
      node("A1", NodeKind::activity, "Kontrollera ordinationen", 0, 1),
      node("A2", NodeKind::activity, "Iordningställa", 0, 2),
      node("A3", NodeKind::activity, "Överlämna eller ge läkemedlet", 0, 3),
      node("A4", NodeKind::activity, "Signera", 0, 4),
      node("D1", NodeKind::decision, "Blev det rätt?", 0, 5),
      node("A5", NodeKind::activity, "Följa upp effekt och kontakta läkare vid behov", 0, 6),
      node("R1", NodeKind::reference, "Synpunkter, klagomål och avvikelser", {}, 7),
      node("E1", NodeKind::end, "Läkemedlet givet och uppföljt", {}, 0),
  };
  graph.edges = {
      {0, 1, ""},   {1, 2, ""},    {2, 3, ""}, {3, 4, ""}, {4, 5, ""},
      {5, 6, "ja"}, {5, 7, "nej"}, {7, 6, ""}, {6, 8, ""},
  };
  return graph;
}

FlowGraph pro_004() {
  FlowGraph graph = begin("PRO-004", "Delprocess in- och utskrivning från sluten vård",
                          "Trygg hemgång utan tapp av information.");
  graph.lanes = {lane("Sjuksköterska"), lane("Arbetsterapeut och fysioterapeut")};
  graph.nodes = {
      node("S", NodeKind::start, "Besked om inskrivning", {}, 0),
      together(node("A1", NodeKind::activity, "Ta emot beskedet och utse ansvarig", 0, 1)),
      together(node("A2", NodeKind::activity, "Lämna information till sjukhuset", 0, 2)),
      together(node("A3", NodeKind::activity, "Planera hemgången gemensamt", 0, 3)),
      node("A4", NodeKind::activity, "Förbereda hem och hjälpmedel", 1, 4),
      node("D1", NodeKind::decision, "Kan hemgång ske som planerat?", 0, 5),
      node("A5", NodeKind::activity, "Ta emot vid hemkomst och stämma av läkemedel", 0, 6),
      node("A6", NodeKind::activity, "Ringa eller besöka inom en vecka", 0, 7),
      node("E1", NodeKind::end, "Hemma och uppföljd", {}, 0),
  };
  graph.edges = {
      {0, 1, ""},   {1, 2, ""},    {2, 3, ""}, {3, 4, ""}, {4, 5, ""},
      {5, 6, "ja"}, {5, 3, "nej"}, {6, 7, ""}, {7, 8, ""},
  };
  return graph;
}

FlowGraph pro_005() {
  FlowGraph graph = begin("PRO-005", "Synpunkter, klagomål och avvikelser",
                          "Varje signal tas om hand, besvaras och används för att bli bättre.");
  graph.lanes = {lane("Omsorgspersonal"), lane("Enhetschef"), lane("Socialt ansvarig samordnare"),
                 lane("Medicinskt ansvarig sjuksköterska")};
  graph.nodes = {
      node("S", NodeKind::start, "Synpunkt, klagomål eller brist kommer fram", {}, 0),
      node("A1", NodeKind::activity, "Lyssna och ta emot – muntligt eller skriftligt", 0, 1),
      node("A2", NodeKind::activity, "Skriva ned på blanketten", 0, 2),
      node("D1", NodeKind::decision, "Gäller det min enhet?", 0, 3),
      together(node("A3", NodeKind::activity, "Lämna vidare till rätt enhet eller forum", 0, 4)),
      node("A4", NodeKind::activity, "Mottagande enhet bekräftar", 1, 5),
      node("A5", NodeKind::activity, "Åtgärda det som inte kan vänta", 1, 6),
      node("D2", NodeKind::decision, "Kan det vara ett missförhållande (SoL/LSS)?", 1, 7),
      node("R1", NodeKind::reference, "Lex Sarah", 2, 8),
      node("D3", NodeKind::decision, "Kan det vara en vårdskada (HSL)?", 1, 9),
      node("R2", NodeKind::reference, "Händelseutredning och lex Maria", 3, 10),
      node("A6", NodeKind::activity, "Utreda och dokumentera", 1, 11),
      node("D4", NodeKind::decision, "Är det en avvikelse?", 1, 12),
      node("A7", NodeKind::activity, "Göra åtgärdsplan med uppföljning", 1, 13),
      together(node("A8", NodeKind::activity, "Återkoppla till den som hörde av sig", 1, 14)),
      node("A9", NodeKind::activity, "Föra till sammanställning och analys", 1, 15),
      node("E1", NodeKind::end, "Avslutat", {}, 0),
  };
  graph.edges = {
      {0, 1, ""},     {1, 2, ""},      {2, 3, ""},     {3, 5, "ja"}, {3, 4, "nej"},
      {4, 5, ""},     {5, 6, ""},      {6, 7, ""},     {7, 8, "ja"}, {7, 9, "nej"},
      {8, 14, ""},    {9, 10, "ja"},   {9, 11, "nej"}, {10, 14, ""}, {11, 12, ""},
      {12, 13, "ja"}, {12, 14, "nej"}, {13, 14, ""},   {14, 15, ""}, {15, 16, ""},
  };
  return graph;
}

FlowGraph pro_006() {
  FlowGraph graph = begin("PRO-006", "Riskhantering", "Förutse det som kan gå fel och förebygga.");
  graph.lanes = {lane("Enhetschef"), lane("Avdelningschef")};
  graph.nodes = {
      node("S", NodeKind::start, "Årets riskdialog, förändring eller händelse", {}, 0),
      node("A1", NodeKind::activity, "Avgränsa och samla deltagare", 0, 1),
      node("A2", NodeKind::activity, "Beskriva tänkbara händelser", 0, 2),
      node("A3", NodeKind::activity, "Uppskatta sannolikhet och bedöma konsekvens", 0, 3),
      node("D1", NodeKind::decision, "Riskvärde 8 eller mer?", 0, 4),
      together(node("A4", NodeKind::activity, "Välja styrprocess", 1, 5)),
      node("A5", NodeKind::activity, "Besluta åtgärd eller egenkontroll", 1, 6),
      node("A6", NodeKind::activity, "Bevaka i riskregistret", 0, 7),
      node("A7", NodeKind::activity, "Värdera om", 0, 8),
      node("E1", NodeKind::end, "Risken hanterad", {}, 0),
  };
  graph.edges = {
      {0, 1, ""},    {1, 2, ""}, {2, 3, ""}, {3, 4, ""}, {4, 5, "ja"},
      {4, 7, "nej"}, {5, 6, ""}, {6, 8, ""}, {7, 8, ""}, {8, 9, ""},
  };
  return graph;
}

FlowGraph pro_007() {
  FlowGraph graph = begin("PRO-007", "Egenkontroll och förbättring",
                          "Se att vi arbetar som vi bestämt och når resultat.");
  graph.lanes = {lane("Enhetschef"), lane("Biträdande enhetschef")};
  graph.nodes = {
      node("S", NodeKind::start, "Årsplanen för egenkontroll beslutad", {}, 0),
      node("A1", NodeKind::activity, "Planera: vad, hur, när, var, vem", 0, 1),
      node("A2", NodeKind::activity, "Genomföra kontrollen", 1, 2),
      node("A3", NodeKind::activity, "Analysera resultatet", 0, 3),
      node("D1", NodeKind::decision, "Finns brist?", 0, 4),
      node("A4", NodeKind::activity, "Besluta åtgärd", 0, 5),
      node("D2", NodeKind::decision, "Sitter felet i rutinen eller processen?", 0, 6),
      node("R1", NodeKind::reference, "Dokumentstyrning", {}, 7),
      node("A5", NodeKind::activity, "Återföra resultat och goda exempel", 0, 8),
      node("A6", NodeKind::activity, "Följa upp effekten", 0, 9),
      node("E1", NodeKind::end, "Lärdom tagen tillvara", {}, 0),
  };
  graph.edges = {
      {0, 1, ""}, {1, 2, ""},   {2, 3, ""},    {3, 4, ""}, {4, 5, "ja"}, {4, 8, "nej"},
      {5, 6, ""}, {6, 7, "ja"}, {6, 8, "nej"}, {7, 8, ""}, {8, 9, ""},   {9, 10, ""},
  };
  return graph;
}

FlowGraph pro_008() {
  FlowGraph graph =
      begin("PRO-008", "Dokumentstyrning", "Alla hittar det dokument som gäller, och bara det.");
  graph.lanes = {lane("Enhetschef"), lane("Processledare"), lane("Kvalitetschef"),
                 lane("Förvaltningsdirektör"), lane("Publiceringsansvarig")};
  graph.nodes = {
      node("S", NodeKind::start, "Behov av nytt eller ändrat dokument", {}, 0),
      node("A1", NodeKind::activity, "Initiera", 0, 1),
      node("A2", NodeKind::activity, "Upprätta", 1, 2),
      node("A3", NodeKind::activity, "Slutgranska", 2, 3),
      node("D1", NodeKind::decision, "Klar att fastställa?", 2, 4),
      node("A4", NodeKind::activity, "Fastställa", 3, 5),
      node("A5", NodeKind::activity, "Publicera original och arkivera föregående", 4, 6),
      node("A6", NodeKind::activity, "Göra känt på enheten", 0, 7),
      node("A7", NodeKind::activity, "Översyn", 1, 8),
      node("D2", NodeKind::decision, "Vad blev utfallet av översynen?", 1, 9),
      node("A8", NodeKind::activity, "Upphäva", 3, 10),
      node("E1", NodeKind::end, "Dokumentet arkiverat", {}, 0),
  };
  graph.edges = {
      {0, 1, ""},
      {1, 2, ""},
      {2, 3, ""},
      {3, 4, ""},
      {4, 5, "ja"},
      {4, 2, "nej, åter till upprättaren"},
      {5, 6, ""},
      {6, 7, ""},
      {7, 8, ""},
      {8, 9, ""},
      {9, 8, "behåll, nytt datum"},
      {9, 2, "revidera"},
      {9, 10, "upphäv"},
      {10, 11, ""},
  };
  return graph;
}

FlowGraph pro_009() {
  FlowGraph graph = begin("PRO-009", "Planering, uppföljning och ledningens genomgång",
                          "Nämnd och ledning styr utifrån kunskap.");
  graph.lanes = {lane("Kvalitetssamordnare"), lane("Förvaltningsdirektör"),
                 lane("Vård- och omsorgsnämnden"), lane("Avdelningschef")};
  graph.nodes = {
      node("S", NodeKind::start, "Årets planering börjar", {}, 0),
      node("A1", NodeKind::activity, "Samla underlag", 0, 1),
      node("A2", NodeKind::activity, "Hålla ledningens genomgång", 1, 2),
      node("D1", NodeKind::decision, "Är systemet lämpligt och verksamt?", 1, 3),
      node("A3", NodeKind::activity, "Besluta mål och gemensamma egenkontroller", 1, 4),
      node("A4", NodeKind::activity, "Besluta förbättringar i systemet", 1, 5),
      together(node("A5", NodeKind::activity, "Skriva berättelserna", 0, 6)),
      node("A6", NodeKind::activity, "Besluta i nämnden", 2, 7),
      node("A7", NodeKind::activity, "Återkoppla till enheterna", 3, 8),
      node("E1", NodeKind::end, "Året avslutat", {}, 0),
  };
  graph.edges = {
      {0, 1, ""}, {1, 2, ""}, {2, 3, ""}, {3, 4, "ja"}, {3, 5, "nej"},
      {5, 4, ""}, {4, 6, ""}, {6, 7, ""}, {7, 8, ""},   {8, 9, ""},
  };
  return graph;
}

}  // namespace

std::vector<FlowGraph> demo_flows() {
  return {pro_001(), pro_002(), pro_003(), pro_004(), pro_005(),
          pro_006(), pro_007(), pro_008(), pro_009()};
}

}  // namespace handbok::test
