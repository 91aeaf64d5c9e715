using System.IO.Compression;

namespace Kiln.Testing;

/// <summary>
/// Data sets whose terms do not clearly allow them in this repository: gzip files in the folder that KILN_TEST_DATA names, or in <c>shared/data</c>
/// beside the repository.
/// </summary>
static class OtherData
{
    /// <summary>The lines of a CSV file without quotes. Skips the test where it is not there.</summary>
    /// <param name="name">Without its extension.</param>
    /// <param name="origin">Where the data comes from, for who lacks it.</param>
    public static string[] ReadLines(string name, string origin)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Find(name, origin)), CompressionMode.Decompress));
        return reader.ReadToEnd().ReplaceLineEndings("\n").Replace("\"", "").TrimEnd('\n').Split('\n');
    }

    /// <summary>The file. Skips the test where it is not there.</summary>
    public static string Find(string name, string origin)
    {
        var folder = Environment.GetEnvironmentVariable("KILN_TEST_DATA") ?? Path.Combine(Repository.Root, "..", "shared", "data");
        var path = Path.Combine(folder, name + ".csv.gz");
        if (!File.Exists(path))
            Assert.Skip($"{name}.csv.gz ({origin}) is not in the repository; put it into a folder and name that in KILN_TEST_DATA");
        return path;
    }
}
