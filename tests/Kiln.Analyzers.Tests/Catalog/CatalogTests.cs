using System.Text;
using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Catalog;

/// <summary>Holds the table of steps against ML.NET itself: an upgrade shows as a difference in the file.</summary>
public sealed class CatalogTests
{
    const string Head = """
        # What ML.NET's catalog methods take and give, learnt by calling each and fitting what it gives on a column of every type.
        # Do not edit: run CatalogTests with KILN_WRITE_CATALOG=1 to write it again after an upgrade of ML.NET, and read the difference.
        # A type is an item and a shape: float, float[] a vector, float[?] a vector without a size, float* any of these; key<> has known values.
        # After ->: item and value are the input's item and what its keys stand for, * is its shape.
        # Lines without a colon are tags, which Tag.cs explains.

        """;

    [Fact]
    public void The_table_is_what_MLNET_does()
    {
        var table = new StringBuilder(Head);
        foreach (var method in CatalogMethods.All)
            foreach (var line in MethodProbe.Lines(method.Key, method))
                table.Append(line).Append('\n');
        foreach (var line in RowProbe.Lines())
            table.Append(line).Append('\n');
        var path = Path.Combine(Repository.Root, "src", "Kiln.Analyzers", "Catalog", "Methods.txt");
        if (Environment.GetEnvironmentVariable("KILN_WRITE_CATALOG") == "1")
            File.WriteAllText(path, table.ToString());
        Assert.Equal(File.ReadAllText(path), table.ToString());
    }
}
