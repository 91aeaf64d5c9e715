using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Kiln.Contracts.Json;
using YamlDotNet.Core;

namespace Kiln.Host.Interchange.Trees;

/// <summary>YAML nodes as JSON's values, by YAML 1.2's core schema, and back. The place of each value stays.</summary>
static partial class YamlJson
{
    public static JsonValue ToJson(this YamlNode node)
    {
        var value = node.Kind switch
        {
            YamlKind.Sequence => new JsonValue(JsonKind.Array, "", node.Line, node.Column),
            YamlKind.Mapping => new JsonValue(JsonKind.Object, "", node.Line, node.Column),
            _ when node.Style != ScalarStyle.Plain || node.Tag == YamlTags.String => new JsonValue(JsonKind.String, node.Text, node.Line, node.Column),
            _ => Plain(node),
        };
        value.Items.AddRange(node.Items.Select(ToJson));
        value.Members.AddRange(node.Members.Select(member => KeyValuePair.Create(member.Key.Text, member.Value.ToJson())));
        return value;
    }

    /// <summary>In the form that YAML 1.1 reads alike: it takes more words for a boolean, and <c>1E-05</c> for a string.</summary>
    public static YamlNode ToYaml(this JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonKind.Array:
                var sequence = new YamlNode(YamlKind.Sequence) { Flow = value.Items.All(item => item.Kind is not (JsonKind.Array or JsonKind.Object)) };
                sequence.Items.AddRange(value.Items.Select(ToYaml));
                return sequence;
            case JsonKind.Object:
                var mapping = new YamlNode(YamlKind.Mapping);
                mapping.Members.AddRange(value.Members.Select(member => KeyValuePair.Create(String(member.Key), member.Value.ToYaml())));
                return mapping;
            case JsonKind.String:
                return String(value.Text);
            case JsonKind.Number:
                return new(YamlKind.Scalar) { Text = Number(value.Text) };
            default:
                return new(YamlKind.Scalar) { Text = value.Text };
        }
    }

    public static YamlNode String(string text) => new(YamlKind.Scalar)
    {
        Text = text,
        Style = Word().IsMatch(text) && !Reserved().IsMatch(text) ? ScalarStyle.Plain
            : text.All(c => c is >= ' ' and <= '~' or > '\u00A0' and < '\u2028') ? ScalarStyle.SingleQuoted
            : ScalarStyle.DoubleQuoted,
    };

    static JsonValue Plain(YamlNode node)
    {
        var kind = node.Text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => JsonKind.Null,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => JsonKind.Boolean,
            _ when Numeric().IsMatch(node.Text) => JsonKind.Number,
            _ => JsonKind.String,
        };
        var text = kind switch
        {
            JsonKind.Null => "null",
            JsonKind.Boolean => node.Text.ToLowerInvariant(),
            JsonKind.Number => Decimal(node.Text),
            _ => node.Text,
        };
        return new(kind, text, node.Line, node.Column);
    }

    static string Decimal(string number) => number switch
    {
        ['0', 'x', .. var digits] => BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        ['0', 'o', .. var digits] => digits.Aggregate(BigInteger.Zero, (sum, digit) => 8 * sum + (digit - '0')).ToString(CultureInfo.InvariantCulture),
        _ => number,
    };

    static string Number(string text)
    {
        var exponent = text.IndexOfAny(['e', 'E']);
        if (exponent < 0)
            return text;
        var (mantissa, power) = (text[..exponent], text[(exponent + 1)..]);
        return $"{mantissa}{(mantissa.Contains('.') ? "" : ".0")}e{(power[0] is '+' or '-' ? "" : "+")}{power}";
    }

    [GeneratedRegex(@"\A(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\A[A-Za-z_](?:[A-Za-z0-9_./() -]*[A-Za-z0-9_/)])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\A(?:null|true|false|yes|no|on|off|y|n)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();
}
