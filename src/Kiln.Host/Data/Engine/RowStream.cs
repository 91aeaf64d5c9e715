using DuckDB.NET.Native;

namespace Kiln.Host.Data.Engine;

/// <summary>The rows of a statement, a chunk at a time.</summary>
/// <param name="cause">What is behind an error that ended it.</param>
sealed class RowStream(DuckDBResult result, Func<string, string> cause) : IRowChunk, IDisposable
{
    DuckDBResult _result = result;
    RowChunk? _chunk;

    /// <summary>Rows in the current chunk.</summary>
    public int Rows => _chunk?.Rows ?? 0;

    public string? Error => NativeMethods.Query.DuckDBResultError(ref _result) is { Length: > 0 } error ? error : null;

    /// <summary>A column of the current chunk; gone with the next <see cref="Read"/>.</summary>
    public TextVector this[int column] => _chunk![column];

    /// <summary>Moves to the next chunk; false at the end.</summary>
    /// <exception cref="EngineException">The rest cannot be read.</exception>
    public bool Read()
    {
        _chunk?.Dispose();
        _chunk = Next();
        return _chunk is not null;
    }

    /// <summary>The next chunk, which belongs to who asks; null at the end.</summary>
    /// <exception cref="EngineException">The rest cannot be read.</exception>
    public RowChunk? Next()
    {
        var chunk = new RowChunk(NativeMethods.Query.DuckDBFetchChunk(_result));
        if (chunk.Rows > 0)
            return chunk;
        chunk.Dispose();
        // A stream that breaks looks like one that ends, but for the error it leaves.
        return Error is { } error ? throw new EngineException(cause(error)) : null;
    }

    public void Dispose()
    {
        _chunk?.Dispose();
        NativeMethods.Query.DuckDBDestroyResult(ref _result);
    }
}
