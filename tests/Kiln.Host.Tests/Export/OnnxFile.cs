using Google.Protobuf;

namespace Kiln.Host.Tests.Export;

/// <summary>An ONNX file as Google's reader of the wire format sees it, so that our writer and reader do not judge each other.</summary>
sealed class OnnxFile
{
    public long IrVersion { get; private set; }

    public string Producer { get; private set; } = "";

    public Dictionary<string, long> OperatorSets { get; } = [];

    public List<OnnxFileNode> Nodes { get; } = [];

    public List<string> Inputs { get; } = [];

    public List<string> Outputs { get; } = [];

    public static OnnxFile Parse(byte[] bytes)
    {
        var file = new OnnxFile();
        Read(bytes, (field, input) =>
        {
            switch (field)
            {
                case 1: file.IrVersion = input.ReadInt64(); break;
                case 2: file.Producer = input.ReadString(); break;
                case 7: file.ParseGraph(input.ReadBytes().ToByteArray()); break;
                case 8: file.ParseOperatorSet(input.ReadBytes().ToByteArray()); break;
                default: input.SkipLastField(); break;
            }
        });
        return file;
    }

    public static void Read(byte[] bytes, Action<int, CodedInputStream> field)
    {
        using var input = new CodedInputStream(bytes);
        while (input.ReadTag() is var tag and not 0)
            field(WireFormat.GetTagFieldNumber(tag), input);
    }

    void ParseGraph(byte[] bytes) => Read(bytes, (field, input) =>
    {
        switch (field)
        {
            case 1: Nodes.Add(OnnxFileNode.Parse(input.ReadBytes().ToByteArray())); break;
            case 11: Inputs.Add(Name(input.ReadBytes().ToByteArray())); break;
            case 12: Outputs.Add(Name(input.ReadBytes().ToByteArray())); break;
            default: input.SkipLastField(); break;
        }
    });

    void ParseOperatorSet(byte[] bytes)
    {
        var domain = "";
        var version = 0L;
        Read(bytes, (field, input) =>
        {
            if (field == 1)
                domain = input.ReadString();
            else
                version = input.ReadInt64();
        });
        OperatorSets.Add(domain, version);
    }

    static string Name(byte[] bytes)
    {
        var name = "";
        Read(bytes, (field, input) =>
        {
            if (field == 1)
                name = input.ReadString();
            else
                input.SkipLastField();
        });
        return name;
    }
}
