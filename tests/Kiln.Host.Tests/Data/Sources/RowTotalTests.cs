using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Sources;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Tests.Data.Sources;

public class RowTotalTests
{
    [Fact]
    public void More_rows_than_can_be_numbered_are_refused_at_the_file_that_has_them()
    {
        var error = Assert.ThrowsAny<BuildException>(() => DataSources.CountRows([new Claimed("a.parquet", 2_000_000_000), new Claimed("b.parquet", 500_000_000)]));

        Assert.StartsWith("b.parquet: error KILN1004: this and the files before it have 2,500,000,000 rows, more than the 2,147,483,591", error.Message);
    }

    [Fact]
    public void No_reader_is_given_more_rows_than_were_announced()
    {
        var given = 0;

        var error = Assert.ThrowsAny<BuildException>(() => new Claimed("a.parquet", 1).Read(null!, ["a"], rows => given += rows.Rows));

        Assert.Equal(0, given);
        Assert.StartsWith("a.parquet: error KILN1027: there were 1 row when they were counted, and 2 were read", error.Message);
    }

    /// <summary>Has two rows, whatever it says.</summary>
    sealed class Claimed(string path, long rows) : DataSource(path, ["a"], rows)
    {
        public override FieldPlace FindHeader(int column) => new(Path, 0, 0);

        public override IReadOnlyList<FieldPlace> Find(IReadOnlyList<(int Row, int Column)> fields, string? key) => [];

        protected override void ReadRows(DuckEngine engine, IReadOnlyList<string> columns, Action<IRowChunk> take)
        {
            using var chunk = new TextChunk(1);
            chunk.AddRow();
            chunk.AddRow();
            take(chunk);
        }
    }
}
