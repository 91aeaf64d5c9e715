using Kiln.Contracts.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kiln.Host.Interchange.Trees;

/// <summary>
/// Reads one YAML document from the parser's events. A contract comes from other people: aliases are written out up to a limit (a few hundred
/// bytes of them can mean gigabytes), depth is limited, no tag makes an object, and what other programs would read in another way is refused.
/// </summary>
sealed class YamlReader
{
    const int MaxDepth = 64;
    const int MaxNodes = 1_000_000;

    readonly IParser _parser;
    readonly Dictionary<string, (YamlNode Node, int Size)> _anchors = [];
    int _nodes;

    YamlReader(string text) => _parser = new Parser(new StringReader(text));

    /// <exception cref="JsonFormatException">The text is not one YAML document, or none that is taken.</exception>
    public static YamlNode Read(string text)
    {
        var reader = new YamlReader(text);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException e)
        {
            throw Broken(text, e.Message.TrimEnd('.'), e.Start);
        }
        catch (InvalidOperationException)
        {
            // The scanner's own checks of itself fail on some broken files; what was read last stands before the place.
            throw Broken(text, "this is not YAML from here on", reader._parser.Current?.End ?? Mark.Empty);
        }
    }

    /// <summary>The end of the file is on its last line, wherever the scanner says it is.</summary>
    static JsonFormatException Broken(string text, string message, Mark at)
    {
        var lines = text.Count(c => c == '\n') + 1;
        return at.Line > lines ? new(message, lines, 1) : Error(message, at);
    }

    YamlNode ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            throw Error("the file is empty", Mark.Empty);
        var root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<StreamEnd>(out _) ? root : throw Error("a second document begins here; a file is one contract", _parser.Current!.Start);
    }

    YamlNode ReadNode(int depth)
    {
        var start = _parser.Current is null && !_parser.MoveNext() ? Mark.Empty : _parser.Current!.Start;
        if (depth > MaxDepth)
            throw Error($"nested deeper than {MaxDepth} levels", start);
        if (_parser.TryConsume<AnchorAlias>(out var alias))
            return Resolve(alias);
        var before = _nodes;
        Count(1, start);
        var anchor = ((NodeEvent)_parser.Current!).Anchor;
        var node = _parser.Current switch
        {
            Scalar => ReadScalar(_parser.Consume<Scalar>()),
            SequenceStart => ReadSequence(_parser.Consume<SequenceStart>(), depth),
            _ => ReadMapping(_parser.Consume<MappingStart>(), depth),
        };
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = (node, _nodes - before);
        return node;
    }

    YamlNode Resolve(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var anchored))
            throw Error($"no anchor '{alias.Value.Value}' stands before this alias", alias.Start);
        Count(anchored.Size, alias.Start);
        return Copy(anchored.Node, alias.Start);
    }

    static YamlNode Copy(YamlNode node, Mark start)
    {
        var copy = new YamlNode(node.Kind)
        {
            Text = node.Text, Style = node.Style, Tag = node.Tag, Flow = node.Flow, Line = (int)start.Line, Column = (int)start.Column,
        };
        copy.Items.AddRange(node.Items.Select(item => Copy(item, start)));
        copy.Members.AddRange(node.Members.Select(member => KeyValuePair.Create(Copy(member.Key, start), Copy(member.Value, start))));
        return copy;
    }

    static YamlNode ReadScalar(Scalar scalar) => new(YamlKind.Scalar)
    {
        Text = scalar.Value, Style = scalar.Style, Tag = TagOf(scalar), Line = (int)scalar.Start.Line, Column = (int)scalar.Start.Column,
    };

    YamlNode ReadSequence(SequenceStart start, int depth)
    {
        var node = new YamlNode(YamlKind.Sequence)
        {
            Tag = TagOf(start), Flow = start.Style == SequenceStyle.Flow, Line = (int)start.Start.Line, Column = (int)start.Start.Column,
        };
        while (!_parser.TryConsume<SequenceEnd>(out _))
            node.Items.Add(ReadNode(depth + 1));
        return node;
    }

    YamlNode ReadMapping(MappingStart start, int depth)
    {
        var node = new YamlNode(YamlKind.Mapping)
        {
            Tag = TagOf(start), Flow = start.Style == MappingStyle.Flow, Line = (int)start.Start.Line, Column = (int)start.Start.Column,
        };
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var at = _parser.Current!.Start;
            var key = ReadNode(depth + 1);
            if (key.Kind != YamlKind.Scalar)
                throw Error("a collection is no name of a member", at);
            if (key is { Text: "<<", Style: ScalarStyle.Plain })
                throw Error("YAML 1.2 has no merge key \"<<\"; write the members out", at);
            if (!names.Add(key.Text))
                throw Error($"\"{key.Text}\" occurs twice in one mapping", at);
            node.Members.Add(new(key, ReadNode(depth + 1)));
        }
        return node;
    }

    void Count(int nodes, Mark start)
    {
        _nodes += nodes;
        if (_nodes > MaxNodes)
            throw Error($"more than {MaxNodes} values, the ones that aliases repeat included", start);
    }

    static string TagOf(NodeEvent node) => node.Tag.IsEmpty || node.Tag.IsNonSpecific ? "" : YamlTags.IsKnown(node.Tag.Value)
        ? node.Tag.Value
        : throw Error($"the tag \"{node.Tag.Value}\" is not one of YAML's core schema; remove it", node.Start);

    static JsonFormatException Error(string message, Mark start) => new(message, Math.Max(1, (int)start.Line), Math.Max(1, (int)start.Column));
}
