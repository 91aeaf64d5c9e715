using DuckDB.NET.Native;

namespace Kiln.Host.Data.Engine;

/// <summary>Rows where DuckDB put them.</summary>
sealed unsafe class RowChunk(DuckDBDataChunk chunk) : IRowChunk, IDisposable
{
    public int Rows { get; } = chunk.IsInvalid ? 0 : (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);

    public TextVector this[int column] => new(Values(column), Validity(column));

    /// <summary>A column's values, whatever their type.</summary>
    public byte* Values(int column) => (byte*)NativeMethods.Vectors.DuckDBVectorGetData(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column));

    /// <summary>A bit for each row, set where it has a value; null where all have.</summary>
    public ulong* Validity(int column) => NativeMethods.Vectors.DuckDBVectorGetValidity(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column));

    public void Dispose() => chunk.Dispose();
}
