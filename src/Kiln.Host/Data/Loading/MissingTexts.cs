using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Loading;

/// <summary>The texts that mean missing in a dataset.</summary>
sealed class MissingTexts(IReadOnlyList<string> texts)
{
    readonly TextPool _texts = TextPool.Create(texts);
    readonly int _longest = texts.Count == 0 ? 0 : texts.Max(text => System.Text.Encoding.UTF8.GetByteCount(text));

    public bool Contains(ReadOnlySpan<byte> text) => text.Length <= _longest && text.Length > 0 && _texts.Find(text) >= 0;
}
