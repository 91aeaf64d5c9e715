using DuckDB.NET.Native;

namespace Kiln.Host.Data.Engine;

/// <summary>The rows of a statement, a chunk at a time.</summary>
sealed unsafe class RowStream(DuckDBResult result) : IRowChunk, IDisposable
{
    DuckDBResult _result = result;
    DuckDBDataChunk? _chunk;

    /// <summary>Rows in the current chunk.</summary>
    public int Rows { get; private set; }

    public string? Error => NativeMethods.Query.DuckDBResultError(ref _result) is { Length: > 0 } error ? error : null;

    /// <summary>A column of the current chunk; gone with the next <see cref="Read"/>.</summary>
    public TextVector this[int column]
    {
        get
        {
            var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(_chunk!, column);
            return new((byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector), NativeMethods.Vectors.DuckDBVectorGetValidity(vector));
        }
    }

    /// <summary>Moves to the next chunk; false at the end.</summary>
    /// <exception cref="EngineException">The rest cannot be read.</exception>
    public bool Read()
    {
        _chunk?.Dispose();
        _chunk = NativeMethods.Query.DuckDBFetchChunk(_result);
        Rows = _chunk.IsInvalid ? 0 : (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(_chunk);
        // A stream that breaks looks like one that ends, but for the error it leaves.
        if (Rows == 0 && Error is { } error)
            throw new EngineException(error);
        return Rows > 0;
    }

    public void Dispose()
    {
        _chunk?.Dispose();
        NativeMethods.Query.DuckDBDestroyResult(ref _result);
    }
}
