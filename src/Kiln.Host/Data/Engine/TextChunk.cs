using System.Runtime.InteropServices;

namespace Kiln.Host.Data.Engine;

/// <summary>Rows that DuckDB did not read, in the form that its own have (see <see cref="TextVector"/>), so that all are looked at in one way.</summary>
sealed unsafe class TextChunk(int columns) : IRowChunk, IDisposable
{
    public const int Capacity = 2048;

    const int SlotSize = 16;
    const int InlineLength = 12;
    const int BlockSize = 1 << 20;

    readonly byte* _slots = (byte*)NativeMemory.AllocZeroed((nuint)columns * Capacity, SlotSize);
    readonly List<(nint Start, int Size)> _blocks = [];
    int _block;
    int _used;

    public int Rows { get; private set; }

    public bool IsFull => Rows == Capacity;

    public TextVector this[int column] => new(_slots + (long)column * Capacity * SlotSize, null);

    /// <summary>Begins a row whose fields are all missing.</summary>
    public void AddRow()
    {
        for (var column = 0; column < columns; column++)
            *(int*)Slot(column, Rows) = 0;
        Rows++;
    }

    /// <summary>Sets a field of the last row.</summary>
    public void Set(int column, ReadOnlySpan<byte> text)
    {
        var slot = Slot(column, Rows - 1);
        *(int*)slot = text.Length;
        if (text.Length <= InlineLength)
            text.CopyTo(new(slot + 4, InlineLength));
        else
            *(byte**)(slot + 8) = Keep(text);
    }

    public void Clear() => (Rows, _block, _used) = (0, 0, 0);

    public void Dispose()
    {
        NativeMemory.Free(_slots);
        foreach (var (start, _) in _blocks)
            NativeMemory.Free((void*)start);
    }

    byte* Slot(int column, int row) => _slots + ((long)column * Capacity + row) * SlotSize;

    /// <summary>In blocks that never move, because fields point into them.</summary>
    byte* Keep(ReadOnlySpan<byte> text)
    {
        while (_block < _blocks.Count && _blocks[_block].Size - _used < text.Length)
            (_block, _used) = (_block + 1, 0);
        if (_block == _blocks.Count)
        {
            var size = Math.Max(BlockSize, text.Length);
            _blocks.Add(((nint)NativeMemory.Alloc((nuint)size), size));
        }
        var place = (byte*)_blocks[_block].Start + _used;
        text.CopyTo(new(place, text.Length));
        _used += text.Length;
        return place;
    }
}
