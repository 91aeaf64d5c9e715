using DuckDB.NET.Native;

namespace Kiln.Host.Data.Engine;

/// <summary>Rows where DuckDB put them.</summary>
sealed unsafe class RowChunk(DuckDBDataChunk chunk) : IRowChunk, IDisposable
{
    public int Rows { get; } = chunk.IsInvalid ? 0 : (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);

    public TextVector this[int column]
    {
        get
        {
            var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column);
            return new((byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector), NativeMethods.Vectors.DuckDBVectorGetValidity(vector));
        }
    }

    public void Dispose() => chunk.Dispose();
}
