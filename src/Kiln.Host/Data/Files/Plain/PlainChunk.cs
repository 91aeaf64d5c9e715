using System.Runtime.InteropServices;
using Kiln.Host.Data.Engine;

namespace Kiln.Host.Data.Files.Plain;

/// <summary>Rows of a file, and the bytes they were read from, which long fields point into.</summary>
/// <param name="columns">How many of the file's columns are read.</param>
/// <param name="giveBack">Takes the chunk when its rows are done with.</param>
sealed unsafe class PlainChunk(int columns, Action<PlainChunk> giveBack) : IRowChunk, IDisposable
{
    public const int Capacity = 2048;

    /// <summary>Behind the text, so that whole vectors can be read from any of its bytes.</summary>
    const int Slack = 64;

    // A line of the cache more than the rows need: columns a power of two apart would take each other's place in it.
    const int Stride = Capacity * TextVector.Size + 64;

    readonly byte* _slots = (byte*)NativeMemory.AlignedAlloc((nuint)columns * Stride, 64);
    int _room;

    public byte* Text { get; private set; }

    /// <summary>Bytes of text.</summary>
    public int Length { get; private set; }

    /// <summary>The first row that counts: a header may stand before it.</summary>
    public int First { get; set; }

    /// <summary>The row behind the last.</summary>
    public int End { get; set; }

    public int Rows => End - First;

    public TextVector this[int column] => new(Slot(column, First), null);

    public byte* Slot(int column, int row) => _slots + (long)column * Stride + (long)row * TextVector.Size;

    /// <summary>Begins with some text, which may be its own.</summary>
    public void Begin(byte* text, int length)
    {
        Reserve(length);
        Buffer.MemoryCopy(text, Text, length, length);
        SetLength(length);
    }

    /// <summary>Reads on until there are so many bytes.</summary>
    /// <returns>False where the stream ends before.</returns>
    public bool Fill(Stream stream, int bytes)
    {
        if (Length >= bytes)
            return true;
        Reserve(bytes);
        SetLength(Length + stream.ReadAtLeast(new(Text + Length, bytes - Length), bytes - Length, throwOnEndOfStream: false));
        return Length == bytes;
    }

    public void Dispose() => giveBack(this);

    public void Free()
    {
        NativeMemory.AlignedFree(_slots);
        NativeMemory.Free(Text);
    }

    void SetLength(int length)
    {
        Length = length;
        new Span<byte>(Text + length, Slack).Clear();
    }

    void Reserve(int bytes)
    {
        if (bytes <= _room && Text is not null)
            return;
        // Half as much again: a little more is needed each time that rows grow longer.
        _room = bytes + bytes / 2;
        Text = (byte*)NativeMemory.Realloc(Text, (nuint)_room + Slack);
    }
}
