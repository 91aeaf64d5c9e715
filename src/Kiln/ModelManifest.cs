using System.Text.Json;

namespace Kiln;

/// <summary>The manifest beside the ONNX file: what the model is, what it reads, and what it was measured at.</summary>
sealed class ModelManifest
{
    public required ModelInfo Info { get; init; }

    /// <summary>The hash it carries of all else in it, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The fingerprint of the definition it was trained from.</summary>
    public required string Definition { get; init; }

    /// <summary>The classes of a binary or multiclass model in the order of its scores, or the numbers of the clusters; empty for regression.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>The names of the columns that are numbers, in the manifest's order.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>The names of the columns that are text, in the manifest's order.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <param name="json">The file's content.</param>
    /// <param name="path">The file's path, for errors.</param>
    /// <exception cref="InvalidDataException">The content is no manifest of a known format, or was changed after it was written.</exception>
    public static ModelManifest Read(ReadOnlyMemory<byte> json, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or ArgumentException or InvalidDataException)
        {
            var what = $"'{path}' is not a valid manifest: {e.Message} Build the project that declares the model again.";
            throw new InvalidDataException(what, e);
        }
    }

    static ModelManifest Read(JsonElement root)
    {
        var format = root.GetProperty("format").GetInt32();
        if (format != 1)
            throw new InvalidDataException($"format {format} belongs to another version of Kiln.");

        if (Text(root, ManifestHash.Member) != ManifestHash.Compute(root))
            throw new InvalidDataException("it was changed after it was written: it does not have the hash that it carries.");

        var rows = root.GetProperty("rows");
        var inputs = root.GetProperty("inputs").EnumerateArray().ToLookup(input => Text(input, "type"), input => Text(input, "name"));
        if (inputs.FirstOrDefault(type => type.Key is not ("number" or "text")) is { } unknown)
            throw new InvalidDataException($"inputs of type '{unknown.Key}' belong to another version of Kiln.");
        return new()
        {
            Info = new()
            {
                Name = Text(root, "model"),
                Type = Text(root, "type"),
                Version = Text(root, "version"),
                Dataset = Text(root, "dataset"),
                Label = Text(root, "label"),
                Task = Name<ModelTask>(Text(root, "task")),
                Threshold = Share(root, "threshold"),
                Interval = Share(root, "interval"),
                CanExplain = root.TryGetProperty("explains", out var explains) && explains.GetBoolean(),
                TrainingRows = rows.GetProperty("training").GetInt64(),
                HeldOutRows = rows.GetProperty("heldOut").GetInt64(),
                DataHash = Text(root, "data"),
                ArtifactHash = Text(root, "onnx"),
                Metrics = root.GetProperty("metrics").EnumerateObject()
                    .ToDictionary(metric => Name<Metric>(metric.Name), metric => metric.Value.GetDouble())
                    .AsReadOnly(),
            },
            Hash = Text(root, ManifestHash.Member),
            Definition = Text(root, "definition"),
            Classes = [.. root.GetProperty("classes").EnumerateArray().Select(name => name.GetString() ?? throw Null("classes"))],
            Numbers = [.. inputs["number"]],
            Texts = [.. inputs["text"]],
        };
    }

    /// <summary>A number between 0 and 1 that not every model has.</summary>
    static float? Share(JsonElement root, string name) =>
        !root.TryGetProperty(name, out var share) ? null
        : share.GetSingle() is > 0 and < 1 and var value ? value
        : throw new InvalidDataException($"the {name} is not between 0 and 1.");

    static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw Null(name);

    static T Name<T>(string name) where T : struct, Enum =>
        Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value)
            ? value
            : throw new InvalidDataException($"the {typeof(T).Name} '{name}' belongs to another version of Kiln.");

    static InvalidDataException Null(string name) => new($"'{name}' is null.");
}
