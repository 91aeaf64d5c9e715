using System.Runtime.InteropServices;
using System.Text;

namespace Kiln.Host.Data.Values;

/// <summary>Different texts, numbered in the order they came, kept as UTF-8 in one buffer: looked up without becoming strings.</summary>
sealed class TextPool
{
    byte[] _bytes = new byte[1024];
    readonly List<int> _ends = [];
    readonly List<ulong> _hashes = [];
    int[] _slots = NewSlots(64);

    public int Count => _ends.Count;

    public ReadOnlySpan<byte> this[int code]
    {
        get
        {
            var start = code == 0 ? 0 : _ends[code - 1];
            return _bytes.AsSpan(start, _ends[code] - start);
        }
    }

    public static TextPool Create(IEnumerable<string> texts)
    {
        var pool = new TextPool();
        foreach (var text in texts)
            pool.Add(Encoding.UTF8.GetBytes(text));
        return pool;
    }

    public string Text(int code) => Encoding.UTF8.GetString(this[code]);

    public IReadOnlyList<string> Texts() => [.. Enumerable.Range(0, Count).Select(Text)];

    /// <summary>The text's number, or -1.</summary>
    public int Find(ReadOnlySpan<byte> text) => _slots[Slot(text, XxHash64.Hash(text, 0))];

    /// <summary>The text's number; a new one when it was not seen before.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        var hash = XxHash64.Hash(text, 0);
        var slot = Slot(text, hash);
        if (_slots[slot] >= 0)
            return _slots[slot];
        var (code, start) = (Count, Count == 0 ? 0 : _ends[^1]);
        if (start + text.Length > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Max(Math.Min(2L * _bytes.Length, Array.MaxLength), (long)start + text.Length));
        text.CopyTo(_bytes.AsSpan(start));
        _ends.Add(start + text.Length);
        _hashes.Add(hash);
        _slots[slot] = code;
        if (2 * Count > _slots.Length)
            Grow();
        return code;
    }

    int Slot(ReadOnlySpan<byte> text, ulong hash)
    {
        var mask = _slots.Length - 1;
        var hashes = CollectionsMarshal.AsSpan(_hashes);
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var code = _slots[slot];
            if (code < 0 || (hashes[code] == hash && text.SequenceEqual(this[code])))
                return slot;
        }
    }

    void Grow()
    {
        _slots = NewSlots(2 * _slots.Length);
        var mask = _slots.Length - 1;
        for (var code = 0; code < Count; code++)
        {
            var slot = (int)_hashes[code] & mask;
            while (_slots[slot] >= 0)
                slot = (slot + 1) & mask;
            _slots[slot] = code;
        }
    }

    static int[] NewSlots(int count)
    {
        var slots = new int[count];
        Array.Fill(slots, -1);
        return slots;
    }
}
