namespace Kiln.Host.Tests.Export;

/// <inheritdoc cref="OnnxFile"/>
sealed class OnnxFileNode
{
    readonly Dictionary<string, List<string>> texts = [];

    public string Operator { get; private set; } = "";

    public string Domain { get; private set; } = "";

    public List<string> Inputs { get; } = [];

    public List<string> Outputs { get; } = [];

    /// <summary>The attributes' names, in the order of the file.</summary>
    public List<string> Attributes { get; } = [];

    public List<string> Texts(string attribute) => texts[attribute];

    public static OnnxFileNode Parse(byte[] bytes)
    {
        var node = new OnnxFileNode();
        OnnxFile.Read(bytes, (field, input) =>
        {
            switch (field)
            {
                case 1: node.Inputs.Add(input.ReadString()); break;
                case 2: node.Outputs.Add(input.ReadString()); break;
                case 4: node.Operator = input.ReadString(); break;
                case 5: node.ParseAttribute(input.ReadBytes().ToByteArray()); break;
                case 7: node.Domain = input.ReadString(); break;
                default: input.SkipLastField(); break;
            }
        });
        return node;
    }

    void ParseAttribute(byte[] bytes)
    {
        List<string> values = [];
        var name = "";
        OnnxFile.Read(bytes, (field, input) =>
        {
            switch (field)
            {
                case 1: name = input.ReadString(); break;
                case 9: values.Add(input.ReadString()); break;
                default: input.SkipLastField(); break;
            }
        });
        Attributes.Add(name);
        texts.Add(name, values);
    }
}
