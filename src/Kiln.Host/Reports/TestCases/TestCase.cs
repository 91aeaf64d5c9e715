namespace Kiln.Host.Reports.TestCases;

/// <summary>What became of a test.</summary>
enum TestOutcome
{
    Passed,
    Failed,

    /// <summary>It could not be decided, or nothing came of the model that could be tested.</summary>
    Skipped,
}

/// <summary>One gate, one expectation, or whether a model was built at all, as a build server shows it.</summary>
/// <param name="Model">What the class of a test is to others: <c>Kiln.ChurnModel</c>.</param>
/// <param name="Type">The model's class with its namespace, which tells it from others of its name.</param>
/// <param name="Name">The gate's or the expectation's text.</param>
/// <param name="Message">Why it did not pass, with file and line; empty where it did.</param>
sealed record TestCase(string Model, string Type, string Name, TestOutcome Outcome, string Message);
