using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kiln.Host.Interchange.Trees;

/// <summary>Writes a document as people keep one: blocks of two spaces, scalars as they were spelled, LF, no markers around it.</summary>
static class YamlWriter
{
    public static string Write(YamlNode root)
    {
        var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, EmitterSettings.Default.WithNewLine("\n").WithIndentedSequences());
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Emit(emitter, root);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        var written = text.ToString();
        return written.EndsWith('\n') ? written : written + "\n";
    }

    static void Emit(IEmitter emitter, YamlNode node)
    {
        var tag = node.Tag.Length == 0 ? TagName.Empty : new(node.Tag);
        switch (node.Kind)
        {
            case YamlKind.Sequence:
                emitter.Emit(new SequenceStart(AnchorName.Empty, tag, tag.IsEmpty, node.Flow ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in node.Items)
                    Emit(emitter, item);
                emitter.Emit(new SequenceEnd());
                break;
            case YamlKind.Mapping:
                emitter.Emit(new MappingStart(AnchorName.Empty, tag, tag.IsEmpty, node.Flow ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (key, value) in node.Members)
                {
                    Emit(emitter, key);
                    Emit(emitter, value);
                }
                emitter.Emit(new MappingEnd());
                break;
            default:
                emitter.Emit(new Scalar(AnchorName.Empty, tag, Text(node), Style(node), isPlainImplicit: tag.IsEmpty, isQuotedImplicit: tag.IsEmpty));
                break;
        }
    }

    /// <summary>The emitter would quote a value that is not there, and so make it a text.</summary>
    static string Text(YamlNode node) => node is { Style: ScalarStyle.Plain, Text: "", Tag: "" } ? "null" : node.Text;

    /// <summary>A block's text keeps its look where a block holds it without indicators of its own.</summary>
    static ScalarStyle Style(YamlNode node) => node.Style switch
    {
        ScalarStyle.Literal or ScalarStyle.Folded => IsSimpleBlock(node.Text) ? ScalarStyle.Literal : ScalarStyle.DoubleQuoted,
        ScalarStyle.SingleQuoted when node.Text.Contains('\n') => ScalarStyle.DoubleQuoted,
        ScalarStyle.Plain when node.Text.Contains('\n') => ScalarStyle.DoubleQuoted,
        _ => node.Style,
    };

    static bool IsSimpleBlock(string text) =>
        text.Length > 0 && text[0] is > ' ' && text.All(c => c is '\n' or >= ' ' and <= '~' or > '\u00A0' and < '\u2028')
        && text.Split('\n').All(line => line.Length == 0 || line[^1] != ' ');
}
