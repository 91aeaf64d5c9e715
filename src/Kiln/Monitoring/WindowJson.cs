using System.Globalization;
using System.Text.Encodings.Web;
using System.Text;
using System.Text.Json;

namespace Kiln.Monitoring;

/// <summary>A window as a file has it.</summary>
static class WindowJson
{
    const int Format = 1;

    /// <summary>A million windows of it add up to a number of 64 bits.</summary>
    const long Most = 1L << 43;

    const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Write(ModelWindow window)
    {
        var text = new StringBuilder("{\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"format\": {Format},\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"model\": {Quoted(window.Model)},\n  \"version\": {Quoted(window.Version)},\n  \"manifest\": {Quoted(window.Manifest)},\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"from\": {Quoted(Time(window.From))},\n  \"to\": {Quoted(Time(window.To))},\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"rows\": {window.Rows},\n  \"examined\": {window.Examined},\n  \"squares\": {window.Squares},\n  \"columns\": {{");
        var separator = "\n";
        foreach (var (name, counts) in window.Columns)
        {
            text.Append(CultureInfo.InvariantCulture, $"{separator}    {Quoted(name)}: [{string.Join(", ", counts)}]");
            separator = ",\n";
        }
        return text.Append("\n  }\n}\n").ToString();
    }

    public static ModelWindow Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"it is not whole: line {e.LineNumber + 1} is no JSON", e);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            throw new InvalidDataException($"it is no window: {e.Message}", e);
        }
    }

    static ModelWindow Read(JsonElement root)
    {
        if (root.GetProperty("format").GetInt32() is not Format and var format)
            throw new InvalidDataException($"it has format {format}, which a newer version of Kiln writes");
        var window = new ModelWindow(
            Text(root, "model"), Text(root, "version"), Text(root, "manifest"), Time(root, "from"), Time(root, "to"),
            Count(root.GetProperty("rows")), Count(root.GetProperty("examined")), Count(root.GetProperty("squares")),
            root.GetProperty("columns").EnumerateObject().ToDictionary(column => column.Name, column => (IReadOnlyList<long>)[.. column.Value.EnumerateArray().Select(Count)]));
        return window.Manifest.Length != 64 || !window.Manifest.All(char.IsAsciiHexDigitLower) ? throw new InvalidDataException("its manifest is no SHA-256")
            : window.To < window.From ? throw new InvalidDataException("it ends before it begins")
            : window;
    }

    static long Count(JsonElement value) => value.GetInt64() is >= 0 and <= Most and var count ? count : throw new InvalidDataException("it has a count below 0, or one that nobody reaches");

    static string Text(JsonElement root, string name) => root.GetProperty(name).GetString() ?? throw new InvalidDataException($"its {name} is null");

    static string Time(DateTime time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    static DateTime Time(JsonElement root, string name) =>
        DateTime.ParseExact(Text(root, name), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
