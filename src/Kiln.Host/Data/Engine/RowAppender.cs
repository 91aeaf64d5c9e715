using DuckDB.NET.Native;
using Native = DuckDB.NET.Native.NativeMethods.Appender;

namespace Kiln.Host.Data.Engine;

/// <summary>Puts rows into a table of the engine, value by value, in the order of its columns.</summary>
sealed class RowAppender(DuckDBAppender appender) : IDisposable
{
    bool _failed;

    public void Add(double value) => Note(Native.DuckDBAppendDouble(appender, value));

    public void Add(long value) => Note(Native.DuckDBAppendInt64(appender, value));

    public void Add(bool value) => Note(Native.DuckDBAppendBool(appender, value));

    public void Add(string value) => Note(Native.DuckDBAppendVarchar(appender, value));

    public void AddNull() => Note(Native.DuckDBAppendNull(appender));

    public void EndRow() => Note(Native.DuckDBAppenderEndRow(appender));

    /// <exception cref="EngineException">The engine did not take all rows.</exception>
    public void Finish()
    {
        Note(Native.DuckDBAppenderClose(appender));
        if (_failed)
            throw new EngineException("the data engine does not take the rows");
    }

    public void Dispose() => appender.Dispose();

    void Note(DuckDBState state) => _failed |= state != DuckDBState.Success;
}
