using Kiln.Contracts;

namespace Kiln.Host.Data.Rules;

/// <summary>What the engine says of a rule, as a message can hold it: the first line, which names the matter.</summary>
static class EngineWords
{
    const int Longest = 160;

    public static string Shorten(string words)
    {
        var line = words.Split('\n')[0].Trim();
        return Shortened.Text(line, Longest);
    }
}
