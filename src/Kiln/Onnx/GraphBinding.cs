namespace Kiln.Onnx;

/// <summary>Gives every value of the graph its place in a <see cref="Row"/>, and checks that operators fit together.</summary>
sealed class GraphBinding
{
    // Far beyond any real model; keeps a corrupt length from becoming an allocation.
    const int Limit = 1 << 26;

    readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    readonly Dictionary<string, OnnxTensor> _constants = new(StringComparer.Ordinal);
    readonly Dictionary<int, Rounding> _roundings = [];
    readonly Dictionary<string, TokenSequence> _tokens = new(StringComparer.Ordinal);

    public List<float> Numbers { get; } = [];

    public List<long> Integers { get; } = [];

    public List<string> Texts { get; } = [];

    public Slot Find(string name) =>
        _slots.TryGetValue(name, out var slot) ? slot : throw Invalid($"nothing creates the value '{name}'");

    public Slot? TryFind(string name) => _slots.GetValueOrDefault(name);

    public Slot Input(OnnxNode node, int index)
    {
        if (index >= node.Inputs.Count)
            throw node.Invalid($"has {node.Inputs.Count} inputs instead of {index + 1}");
        return Find(node.Inputs[index]);
    }

    public Slot Input(OnnxNode node, int index, SlotKind kind)
    {
        var slot = Input(node, index);
        return slot.Kind == kind ? slot : throw node.Invalid($"has {slot.Kind} as input '{node.Inputs[index]}' instead of {kind}");
    }

    /// <summary>A constant that is no part of a row, such as the indices of a <c>Gather</c>.</summary>
    public OnnxTensor Constant(OnnxNode node, int index) => FindConstant(node, index) ?? throw node.Invalid($"has no constant as input {index}");

    /// <summary>The constant that the input is, or null where it is a value of the row.</summary>
    public OnnxTensor? FindConstant(OnnxNode node, int index) => index < node.Inputs.Count ? _constants.GetValueOrDefault(node.Inputs[index]) : null;

    /// <summary>The tokens that the input is, or null where it is a value of the row.</summary>
    public TokenSequence? FindTokens(OnnxNode node, int index) => index < node.Inputs.Count ? _tokens.GetValueOrDefault(node.Inputs[index]) : null;

    public TokenSequence Tokens(OnnxNode node, int index) => FindTokens(node, index) ?? throw node.Invalid($"has no tokens as input {index}");

    public void AddTokens(OnnxNode node, TokenSequence tokens)
    {
        if (node.Outputs is not [var name] || _slots.ContainsKey(name) || !_tokens.TryAdd(name, tokens))
            throw node.Invalid("does not give its tokens one new name");
    }

    public Slot Output(OnnxNode node, int index, SlotKind kind, int length, int inner = 1)
    {
        if (index >= node.Outputs.Count)
            throw node.Invalid($"has {node.Outputs.Count} outputs instead of {index + 1}");
        return Add(node.Outputs[index], kind, length, inner);
    }

    /// <summary>Says how all numbers of a value were rounded.</summary>
    public void SetRounding(Slot slot, Rounding rounding)
    {
        for (var i = 0; i < slot.Length; i++)
            _roundings[slot.Offset + i] = rounding;
    }

    /// <summary>How each number of a value was rounded.</summary>
    public IEnumerable<Rounding> Roundings(Slot slot) => slot.Kind == SlotKind.Number
        ? Enumerable.Range(slot.Offset, slot.Length).Select(place => _roundings.GetValueOrDefault(place))
        : Enumerable.Repeat(Rounding.None, slot.Length);

    /// <summary>Says that a value's numbers are those of others, one after the other.</summary>
    public void JoinRoundings(IEnumerable<Slot> sources, Slot slot)
    {
        foreach (var (rounding, i) in sources.SelectMany(Roundings).Select((rounding, i) => (rounding, i)))
            if (rounding != Rounding.None)
                _roundings[slot.Offset + i] = rounding;
    }

    /// <summary>Makes the node's output another name of a value that is there already.</summary>
    public void Alias(OnnxNode node, Slot slot)
    {
        if (node.Outputs.Count != 1)
            throw node.Invalid($"has {node.Outputs.Count} outputs instead of 1");
        AddName(node.Outputs[0], slot);
    }

    public Slot Add(string name, SlotKind kind, int length, int inner = 1)
    {
        var taken = kind switch { SlotKind.Number => Numbers.Count, SlotKind.Integer => Integers.Count, _ => Texts.Count };
        if (length < 1 || length > Limit - taken)
            throw Invalid($"the value '{name}' has {length} elements");
        switch (kind)
        {
            case SlotKind.Number: Numbers.AddRange(Enumerable.Repeat(0f, length)); break;
            case SlotKind.Integer: Integers.AddRange(Enumerable.Repeat(0L, length)); break;
            default: Texts.AddRange(Enumerable.Repeat("", length)); break;
        }
        var slot = new Slot(kind, taken, length, inner);
        AddName(name, slot);
        return slot;
    }

    /// <summary>A constant counts for every row, so only its last axis may be longer than 1; any other is read as a whole.</summary>
    public void AddConstant(OnnxTensor tensor, string name)
    {
        if (!_constants.TryAdd(name, tensor))
            throw Invalid($"the constant '{name}' occurs twice");
        if (tensor.Dims.SkipLast(1).Any(dim => dim != 1) || tensor.Dims.Contains(0))
            return;
        switch (tensor.Type)
        {
            case TensorElementType.Float or TensorElementType.Double: Fill(Numbers, SlotKind.Number, tensor.Floats); break;
            case TensorElementType.String: Fill(Texts, SlotKind.Text, tensor.Texts); break;
            case TensorElementType.Undefined: break;
            default: Fill(Integers, SlotKind.Integer, tensor.Ints); break;
        }

        void Fill<T>(List<T> values, SlotKind kind, T[] constant)
        {
            var slot = Add(name, kind, constant.Length);
            for (var i = 0; i < constant.Length; i++)
                values[slot.Offset + i] = constant[i];
        }
    }

    void AddName(string name, Slot slot)
    {
        if (name.Length > 0 && (_tokens.ContainsKey(name) || !_slots.TryAdd(name, slot)))
            throw Invalid($"the value '{name}' is created twice");
    }

    static InvalidDataException Invalid(string what) => new($"Not a valid ONNX file: {what}.");
}
