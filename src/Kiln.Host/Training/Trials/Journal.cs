using System.Text;
using Kiln.Contracts.Json;
using Kiln.Contracts.Tunings;

namespace Kiln.Host.Training.Trials;

/// <summary>
/// The trials of a search, as they come, one line each: a search that was ended goes on where it was. A trial is noted before it begins, so
/// that one which ends the process again and again (it may need more memory than there is) is left out in the end.
/// </summary>
sealed class Journal : IDisposable
{
    const string Heading = "kiln trials 2 ";
    const string Begun = "begin ";
    const string Ended = "trial ";

    /// <summary>The others may be anybody's Ctrl-C.</summary>
    const int MostAttempts = 3;

    readonly FileStream _file;
    readonly Queue<Trial> _recorded = [];
    readonly HashSet<Trial> _known = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<TunedSettings, int> _begun = [];

    /// <param name="key">What the trials are of. What another one left is thrown away.</param>
    /// <exception cref="IOException">Another process has it open, or it cannot be written.</exception>
    public Journal(string path, string key)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var lines = ReadLines();
        if (lines.Count == 0 || lines[0] != Heading + key || !TryRecall(lines.Skip(1)))
        {
            _recorded.Clear();
            _begun.Clear();
            _file.SetLength(0);
            Write(Heading + key);
        }
    }

    /// <summary>How many trials an earlier process left.</summary>
    public int Recorded => _recorded.Count;

    /// <summary>What those took, in seconds.</summary>
    public double RecordedSeconds => _recorded.Sum(trial => trial.Seconds);

    /// <summary>The trial of these settings, as an earlier process left it; one without losses where that ended too often; null where it must be run.</summary>
    public Trial? Recall(TunedSettings settings)
    {
        if (_recorded.Count > 0 && _recorded.Peek().Settings == settings)
            return _recorded.Dequeue();
        return _begun.GetValueOrDefault(settings) >= MostAttempts ? new(settings, 0, 0, null, 0, 0) : null;
    }

    public void Begin(TunedSettings settings) => Write(Begun + TrialJson.Write(new(settings, 0, 0, null, 0, 0)));

    /// <summary>Notes it, unless it was recalled.</summary>
    public void Add(Trial trial)
    {
        if (!_known.Contains(trial))
            Write(Ended + TrialJson.Write(trial));
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Whole lines; a process that was killed may have left part of one, which is cut off.</summary>
    List<string> ReadLines()
    {
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        _file.SetLength(end);
        return [.. Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    bool TryRecall(IEnumerable<string> lines)
    {
        try
        {
            foreach (var line in lines)
            {
                if (line.StartsWith(Ended, StringComparison.Ordinal))
                {
                    var trial = TrialJson.Read(line[Ended.Length..]);
                    _recorded.Enqueue(trial);
                    _known.Add(trial);
                    _begun.Remove(trial.Settings);
                    continue;
                }
                var settings = TrialJson.Read(line[Begun.Length..]).Settings;
                _begun[settings] = _begun.GetValueOrDefault(settings) + 1;
            }
            return true;
        }
        catch (Exception e) when (e is JsonFormatException or ArgumentOutOfRangeException)
        {
            // Not a journal that this version wrote: the search begins anew, which costs its time and nothing else.
            return false;
        }
    }

    void Write(string line)
    {
        _file.Seek(0, SeekOrigin.End);
        _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        _file.Flush();
    }
}
