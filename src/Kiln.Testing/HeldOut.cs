using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kiln.Testing;

/// <summary>The held-out rows that travel with a test project where it asks for them: <c>&lt;KilnTestRows&gt;true&lt;/KilnTestRows&gt;</c>.</summary>
public static class HeldOut
{
    const string Ending = ".rows.jsonl";

    static readonly JsonSerializerOptions Options = new() { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Rows that the model was not trained on: up to 1,000, those of lowest hash.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="FileNotFoundException">There are none beside the tests.</exception>
    /// <exception cref="InvalidDataException">They are not this model's, or not whole.</exception>
    public static IReadOnlyList<TInput> HeldOutRows<TInput, TPrediction>(this IModel<TInput, TPrediction> model)
        where TInput : struct
        where TPrediction : struct => Rows<TInput>(Path.Combine(AppContext.BaseDirectory, "rows"), model.Info);

    internal static IReadOnlyList<TInput> Rows<TInput>(string folder, ModelInfo info)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + Ending) : [])
        {
            using var lines = File.ReadLines(file).GetEnumerator();
            if (!lines.MoveNext() || Read<Heading>(lines.Current, file) is not { } heading || heading.Type != info.Type)
                continue;
            var rows = new List<TInput>();
            while (lines.MoveNext())
                rows.Add(Read<TInput>(lines.Current, file)!);
            return rows.Count == heading.Rows ? rows : throw new InvalidDataException($"'{file}' has {rows.Count} rows instead of {heading.Rows}. Build the test project again.");
        }
        throw new FileNotFoundException(
            $"There are no held-out rows of '{info.Type}' in '{folder}'. Write <KilnTestRows>true</KilnTestRows> into the test project and build it where the data are; "
            + "if it says so, warning KILN0042 of the model's project is why.");
    }

    static T? Read<T>(string line, string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Options);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{file}' has other columns than the code was compiled for, or is damaged: {e.Message} Build the test project again.", e);
        }
    }

    /// <param name="Type">The model's class.</param>
    /// <param name="Rows">How many follow.</param>
    sealed record Heading([property: JsonPropertyName("type")] string Type, [property: JsonPropertyName("rows")] int Rows);
}
