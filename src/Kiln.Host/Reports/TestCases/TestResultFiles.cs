using Kiln.Host.Files;

namespace Kiln.Host.Reports.TestCases;

/// <summary>The two files of test results.</summary>
/// <param name="folder">Where they lie.</param>
/// <param name="temporary">Where they are written first.</param>
sealed class TestResultFiles(string folder, string temporary)
{
    /// <summary>Their full paths.</summary>
    public IReadOnlyList<string> Paths { get; } = [Path.Combine(folder, "tests.junit.xml"), Path.Combine(folder, "tests.trx")];

    public void Write(IReadOnlyList<TestCase> cases)
    {
        AtomicFile.WriteIfChanged(Paths[0], JUnitReport.Write(cases), temporary);
        AtomicFile.WriteIfChanged(Paths[1], TrxReport.Write(cases), temporary);
    }

    public void Delete()
    {
        foreach (var path in Paths.Where(File.Exists))
            File.Delete(path);
    }
}
