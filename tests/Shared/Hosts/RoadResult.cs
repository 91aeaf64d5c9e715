namespace Kiln.Testing;

/// <summary>What the host said.</summary>
sealed record RoadResult(bool Succeeded, string Output)
{
    public IReadOnlyList<string> Errors => [.. Output.Split('\n').Where(line => line.Contains(": error KILN", StringComparison.Ordinal))];

    /// <summary>The one error, which must be one line without a stack trace.</summary>
    public string Error
    {
        get
        {
            Assert.False(Succeeded, Output);
            Assert.DoesNotContain("   at ", Output);
            return Assert.Single(Errors);
        }
    }

    /// <summary>How many models were trained, not taken as they are.</summary>
    public int Trained => Output.Split('\n').Count(line => line.StartsWith("verbose: ", StringComparison.Ordinal) && line.Contains(": training, because"));
}
