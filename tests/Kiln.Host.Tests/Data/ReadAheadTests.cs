using System.Text;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Sources;

namespace Kiln.Host.Tests.Data;

public class ReadAheadTests
{
    [Fact]
    public void Rows_come_in_their_order()
    {
        using var engine = DuckEngine.Open();
        using var result = engine.Query("SELECT CAST(i AS VARCHAR) FROM range(100000) t(i)");
        var next = 0;

        foreach (var rows in ReadAhead.Read(result.Next, columns: 1))
            for (var row = 0; row < rows.Rows; row++)
                Assert.Equal((next++).ToString(System.Globalization.CultureInfo.InvariantCulture), Encoding.UTF8.GetString(rows[0][row]));

        Assert.Equal(100_000, next);
    }

    // Many times, because the threads that a failing one interrupts answer first only now and then.
    [Fact]
    public void What_breaks_on_the_way_breaks_for_the_reader()
    {
        for (var time = 0; time < 50; time++)
        {
            using var engine = DuckEngine.Open();
            engine.Query("SET streaming_buffer_size = '1KB'").Dispose();
            using var result = engine.Query("SELECT CASE WHEN i < 300000 THEN 'x' ELSE error('broken') END FROM range(400000) t(i)");
            var read = 0;

            var error = Assert.Throws<EngineException>(() =>
            {
                foreach (var rows in ReadAhead.Read(result.Next, columns: 1))
                    read += rows.Rows;
            });

            Assert.Contains("broken", error.Message);
            Assert.InRange(read, 1, 300_000);
        }
    }

    [Fact]
    public void Who_stops_early_can_go_on_with_the_engine()
    {
        using var engine = DuckEngine.Open();
        using (var result = engine.Query("SELECT CAST(i AS VARCHAR) FROM range(10000000) t(i)"))
            foreach (var rows in ReadAhead.Read(result.Next, columns: 1))
                if (rows.Rows > 0)
                    break;

        using var again = engine.Query("SELECT 'still here'");
        Assert.True(again.Read());
        Assert.Equal("still here", Encoding.UTF8.GetString(again[0][0]));
    }

    [Fact]
    public void What_a_column_throws_reaches_who_asked_as_it_is() =>
        Assert.Equal("column 7", Assert.Throws<EngineException>(() => SideBySide.Run(8, 10_000, column =>
        {
            if (column == 7)
                throw new EngineException("column 7");
        })).Message);
}
