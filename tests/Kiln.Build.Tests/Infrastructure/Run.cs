namespace Kiln.Build.Tests.Infrastructure;

/// <summary>How a process ended, and all it wrote.</summary>
sealed record Run(int ExitCode, string Output)
{
    /// <summary>How often the host was started, seen at normal verbosity.</summary>
    public int HostStart => Count("command=");

    public int Count(string text) => Output.Split(text).Length - 1;

    public Run Succeeds()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    public Run Fails()
    {
        Assert.True(ExitCode != 0, Output);
        return this;
    }
}
