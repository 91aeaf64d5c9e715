using System.Globalization;
using Kiln.Host.Files;

namespace Kiln.Host.Requests;

/// <summary>
/// Reads a response file: UTF-8, one <c>key=value</c> a line, no quoting; a <c>reference</c> line is <c>package|path</c>, there is a
/// <c>tuning</c> line for each file that says settings and a <c>card</c> line for each model card, a <c>model</c> line opens a foreign model, and a <c>dataset</c>
/// line opens a dataset and the lines after it describe it, a <c>query</c> of several lines in as many; <c>url</c>, <c>sha256</c> and <c>token</c>
/// lines are of the <c>file</c> before them.
/// </summary>
static class RequestReader
{
    /// <exception cref="FormatException">A line has no '=', or a key is missing or not a number.</exception>
    public static Request Read(IEnumerable<string> lines)
    {
        var values = new Dictionary<string, string>();
        var references = new List<Reference>();
        var tunings = new List<string>();
        var cards = new List<string>();
        var models = new List<Dictionary<string, string>>();
        var datasets = new List<(Dictionary<string, string> Values, List<string> Files, List<PinnedFile> Pinned)>();
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            var equals = line.IndexOf('=');
            if (equals < 0)
                throw new FormatException($"'{line}' is not key=value");
            var (key, value) = (line[..equals], line[(equals + 1)..]);
            if (key == "reference")
                references.Add(ReadReference(value));
            else if (key == "tuning")
                tunings.Add(value);
            else if (key == "card")
                cards.Add(value);
            else if (key == "model")
                models.Add(new() { ["model"] = value });
            else if (key == "dataset")
                datasets.Add((new() { ["dataset"] = value }, [], []));
            else if (key == "file" && datasets.Count > 0)
                datasets[^1].Files.Add(value);
            else if (key == "url" && datasets.Count > 0 && datasets[^1].Files is [.., var fetched])
                datasets[^1].Pinned.Add(new(fetched, value, ""));
            else if (key == "sha256" && datasets.Count > 0 && datasets[^1].Files is [.., var file])
                Pin(datasets[^1].Pinned, file, pinned => pinned with { Sha256 = value });
            else if (key == "token" && datasets.Count > 0 && datasets[^1].Files is [.., var guarded])
                Pin(datasets[^1].Pinned, guarded, pinned => pinned with { Token = value });
            else if (key == "query" && datasets.Count > 0 && datasets[^1].Values.TryGetValue(key, out var before))
                datasets[^1].Values[key] = before + "\n" + value;
            else
                (datasets.Count > 0 ? datasets[^1].Values : models.Count > 0 ? models[^1] : values)[key] = value;
        }
        return new()
        {
            Command = Get(values, "command"),
            Project = Get(values, "project"),
            Directory = Get(values, "directory"),
            Assembly = values.GetValueOrDefault("assembly", ""),
            Output = Get(values, "output"),
            Cache = Get(values, "cache"),
            Store = values.GetValueOrDefault("store", ""),
            StoreToken = values.GetValueOrDefault("storetoken", ""),
            StoreLimit = Number(values, "storelimit") * 1_000_000L,
            Version = values.GetValueOrDefault("version", ""),
            Fetches = values.GetValueOrDefault("mode") == "fetch" || values.GetValueOrDefault("version", "").Length > 0,
            Schemas = values.GetValueOrDefault("schemas", ""),
            Always = values.GetValueOrDefault("mode") == "always",
            Locked = values.GetValueOrDefault("locked") == "true",
            Models = values.GetValueOrDefault("models", "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            ReleaseRows = values.GetValueOrDefault("rows") == "true",
            Day = values.GetValueOrDefault("epoch") is { Length: > 0 } epoch
                ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(epoch, NumberStyles.None, CultureInfo.InvariantCulture)).UtcDateTime : DateTime.UtcNow,
            Commit = values.GetValueOrDefault("commit", ""),
            Run = values.GetValueOrDefault("run", ""),
            Runs = values.GetValueOrDefault("runs", ""),
            Windows = values.GetValueOrDefault("windows", ""),
            Period = values.GetValueOrDefault("period") switch { "hour" => PeriodLength.Hour, "week" => PeriodLength.Week, _ => PeriodLength.Day },
            PackageVersion = values.GetValueOrDefault("packageversion", ""),
            Package = values.GetValueOrDefault("package", ""),
            PackageOutput = values.GetValueOrDefault("packageoutput", "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            PackageRoot = values.GetValueOrDefault("packageroot", ""),
            PushesRun = values.GetValueOrDefault("pushrun") == "true",
            ReleasedBy = values.GetValueOrDefault("by", ""),
            Threads = Number(values, "threads"),
            Detailed = values.GetValueOrDefault("verbosity") == "detailed",
            Parent = Number(values, "parent"),
            References = references,
            Tunings = tunings,
            Cards = cards,
            RootNamespace = values.GetValueOrDefault("namespace", ""),
            ForeignModels = [.. models.Select(model => new ForeignModel(
                Get(model, "model"), Get(model, "onnx"), Get(model, "signature"), Get(model, "defined"), Get(model, "include")))],
            Datasets = [.. datasets.Select(d => new Dataset(
                Get(d.Values, "dataset"), Get(d.Values, "contract"), Get(d.Values, "defined"), Get(d.Values, "include"), [.. d.Files.Distinct(FilePaths.Comparer)])
            {
                Replaces = d.Values.GetValueOrDefault("merge") == "replace",
                Key = d.Values.GetValueOrDefault("key", "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                Table = d.Values.GetValueOrDefault("table", ""),
                Query = d.Values.GetValueOrDefault("query", ""),
                Connection = d.Values.GetValueOrDefault("connection", ""),
                Pinned = d.Pinned,
                Conflict = d.Values.GetValueOrDefault("conflict", ""),
            })],
        };
    }

    static void Pin(List<PinnedFile> pinned, string file, Func<PinnedFile, PinnedFile> add)
    {
        if (pinned is not [.., var last] || last.File != file)
            pinned.Add(new(file, "", ""));
        pinned[^1] = add(pinned[^1]);
    }

    static Reference ReadReference(string value) => value.IndexOf('|') is var bar and >= 0
        ? new(value[..bar], value[(bar + 1)..])
        : throw new FormatException($"'{value}' is not package|path");

    static string Get(Dictionary<string, string> values, string key) =>
        values.TryGetValue(key, out var value) ? value : throw new FormatException($"'{key}' is missing");

    static int Number(Dictionary<string, string> values, string key) =>
        !values.TryGetValue(key, out var value) || value.Length == 0 ? 0
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new FormatException($"'{key}' is not a number: '{value}'");
}
