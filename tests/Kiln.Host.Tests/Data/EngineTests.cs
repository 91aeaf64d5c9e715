using Kiln.Host.Data.Engine;

namespace Kiln.Host.Tests.Data;

public class EngineTests
{
    [Fact]
    public void A_missing_library_is_one_line()
    {
        var message = DuckEngine.Missing("DuckDB", new DllNotFoundException("Unable to load shared library 'duckdb'.\nlibduckdb.so: no such file")).Message;

        Assert.StartsWith("Kiln.Host: error KILN0009: DuckDB, which reads the data, cannot be loaded on ", message);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_stream_that_breaks_does_not_look_like_its_end()
    {
        using var engine = DuckEngine.Open();
        engine.Query("SET streaming_buffer_size = '1KB'").Dispose();
        using var rows = engine.Query("SELECT CASE WHEN i < 300000 THEN 'x' ELSE error('broken') END FROM range(400000) t(i)");
        Assert.True(rows.Read());

        var error = Assert.Throws<EngineException>(() =>
        {
            while (rows.Read())
            {
            }
        });
        Assert.Contains("broken", error.Message);
    }
}
