using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Kiln.Host.Reports.TestCases;

/// <summary>
/// Test results as Visual Studio and Azure DevOps read them. The ids that the format asks for follow from what they name, and the times that it may have are left
/// out: the same state is the same file.
/// </summary>
static class TrxReport
{
    static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>The type of unit tests, and the list of those that are in no list.</summary>
    const string UnitTest = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b", NoList = "8c84fa94-04c1-424b-9868-57a2d4851a1d";

    public static string Write(IReadOnlyList<TestCase> cases)
    {
        var tests = cases.Select((test, i) => (Test: test, Id: Id($"test {i} {test.Type} {test.Name}"), Run: Id($"run {i} {test.Type} {test.Name}"))).ToList();
        var (failed, skipped) = (cases.Count(test => test.Outcome == TestOutcome.Failed), cases.Count(test => test.Outcome == TestOutcome.Skipped));
        return XmlText.Write(new(Trx + "TestRun", new XAttribute("id", Id(string.Join('\n', cases))), new XAttribute("name", "Kiln"),
            new XElement(Trx + "Results", tests.Select(test => Result(test.Test, test.Id, test.Run))),
            new XElement(Trx + "TestDefinitions", tests.Select(test => Definition(test.Test, test.Id, test.Run))),
            new XElement(Trx + "TestEntries", tests.Select(test => new XElement(Trx + "TestEntry",
                new XAttribute("testId", test.Id), new XAttribute("executionId", test.Run), new XAttribute("testListId", NoList)))),
            new XElement(Trx + "TestLists", new XElement(Trx + "TestList", new XAttribute("name", "Results Not in a List"), new XAttribute("id", NoList))),
            new XElement(Trx + "ResultSummary", new XAttribute("outcome", failed > 0 ? "Failed" : "Completed"),
                new XElement(Trx + "Counters", new XAttribute("total", cases.Count), new XAttribute("executed", cases.Count - skipped),
                    new XAttribute("passed", cases.Count - skipped - failed), new XAttribute("failed", failed), new XAttribute("notExecuted", skipped)))));
    }

    static XElement Result(TestCase test, string id, string run) => new(Trx + "UnitTestResult",
        new XAttribute("executionId", run), new XAttribute("testId", id), new XAttribute("testName", FullName(test)), new XAttribute("computerName", "Kiln"),
        new XAttribute("testType", UnitTest), new XAttribute("outcome", test.Outcome == TestOutcome.Skipped ? "NotExecuted" : test.Outcome.ToString()),
        new XAttribute("testListId", NoList), new XAttribute("relativeResultsDirectory", run),
        test.Message.Length == 0 ? null : new XElement(Trx + "Output", new XElement(Trx + "ErrorInfo", new XElement(Trx + "Message", XmlText.Clean(test.Message)))));

    static XElement Definition(TestCase test, string id, string run) => new(Trx + "UnitTest",
        new XAttribute("name", FullName(test)), new XAttribute("id", id), new XElement(Trx + "Execution", new XAttribute("id", run)),
        new XElement(Trx + "TestMethod", new XAttribute("codeBase", "Kiln"), new XAttribute("className", test.Model), new XAttribute("name", XmlText.Clean(test.Name))));

    static string FullName(TestCase test) => XmlText.Clean($"{test.Model}.{test.Name}");

    static string Id(string text) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)).ToString();
}
