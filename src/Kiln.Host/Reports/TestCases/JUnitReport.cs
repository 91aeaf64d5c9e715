using System.Xml.Linq;

namespace Kiln.Host.Reports.TestCases;

/// <summary>
/// Test results as Jenkins, GitLab and most others read them (the xUnit plugin's schema junit-10). They have neither a time nor a machine, which the schema
/// does not ask for: the same state is the same file.
/// </summary>
static class JUnitReport
{
    public static string Write(IReadOnlyList<TestCase> cases) => XmlText.Write(new("testsuites",
        new XAttribute("tests", cases.Count), new XAttribute("failures", cases.Count(test => test.Outcome == TestOutcome.Failed)), new XAttribute("errors", 0),
        cases.GroupBy(test => test.Type).Select(Suite)));

    static XElement Suite(IGrouping<string, TestCase> model) => new("testsuite",
        new XAttribute("name", model.First().Model), new XAttribute("tests", model.Count()), new XAttribute("failures", model.Count(test => test.Outcome == TestOutcome.Failed)),
        new XAttribute("errors", 0), new XAttribute("skipped", model.Count(test => test.Outcome == TestOutcome.Skipped)), model.Select(Case));

    static XElement Case(TestCase test) => new("testcase",
        new XAttribute("classname", test.Model), new XAttribute("name", XmlText.Clean(test.Name)), test.Outcome switch
        {
            TestOutcome.Failed => new XElement("failure", new XAttribute("message", FirstLine(test)), XmlText.Clean(test.Message)),
            TestOutcome.Skipped => new XElement("skipped", new XAttribute("message", FirstLine(test))),
            _ => null,
        });

    static string FirstLine(TestCase test) => XmlText.Clean(test.Message.Split('\n')[0]);
}
