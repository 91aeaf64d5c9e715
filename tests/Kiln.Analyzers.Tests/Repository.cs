namespace Kiln.Analyzers.Tests;

/// <summary>The repository the tests run in.</summary>
static class Repository
{
    public static string Root { get; } = Find();

    static string Find()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "Toolkit.sln")))
            directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return directory;
    }
}
