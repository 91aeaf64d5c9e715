using System.Collections.Immutable;

namespace Kiln.Onnx.Evaluation;

/// <summary>Runs an ONNX graph for one row at a time. Immutable: every call rents memory of its own.</summary>
sealed class Evaluator
{
    readonly Operator[] _operators;
    readonly float[] _numbers;
    readonly long[] _integers;
    readonly string[] _texts;

    /// <summary>Whether there are constants of text: else every text is written before it is read.</summary>
    readonly bool _hasTexts;

    /// <exception cref="InvalidDataException">The graph uses what this version cannot run, or does not fit together.</exception>
    public Evaluator(OnnxModel model)
        : this(model, OperatorSet.Bind)
    {
    }

    /// <param name="model">The graph.</param>
    /// <param name="bind">Makes a node's operator, or null where its output is only another name of its input.</param>
    /// <inheritdoc cref="Evaluator(OnnxModel)" path="/exception"/>
    public Evaluator(OnnxModel model, Func<OnnxNode, GraphBinding, Operator?> bind)
    {
        foreach (var node in model.Nodes)
        {
            if (!model.OperatorSets.TryGetValue(node.Domain, out var version) || version > OperatorSet.NewestVersion(node.Domain))
                throw node.Invalid($"is of version {version} of the operators '{node.Domain}', which this version of Kiln does not know");
        }

        var binding = new GraphBinding();
        foreach (var tensor in model.Initializers)
            binding.AddConstant(tensor, tensor.Name);
        Inputs = [.. model.FreeInputs.Select(input => new EvaluatorInput(input.Name, AddInput(binding, model, input)))];
        _operators = [.. model.Nodes.Select(node => bind(node, binding)).OfType<Operator>()];
        Outputs = [.. model.Outputs.Select(output => binding.Find(output.Name))];
        _numbers = [.. binding.Numbers];
        _integers = [.. binding.Integers];
        _texts = [.. binding.Texts];
        _hasTexts = _texts.Any(text => text.Length > 0);
    }

    public ImmutableArray<EvaluatorInput> Inputs { get; }

    /// <summary>Where the outputs lie, in the order of the file.</summary>
    public ImmutableArray<Slot> Outputs { get; }

    /// <summary>How many operators run for a row.</summary>
    public int StepCount => _operators.Length;

    /// <summary>Whether a row is so small that its memory need not be rented.</summary>
    public bool FitsOnStack => _numbers.Length <= StackRow.Numbers && _integers.Length <= StackRow.Integers && _texts.Length <= StackRow.Texts;

    /// <summary>Whether its numbers are few.</summary>
    public bool HasFewNumbers => _numbers.Length <= StackRow.FewNumbers;

    /// <summary>A row in memory that is the caller's, with the graph's constants in place.</summary>
    public Row Begin(Span<float> numbers, Span<long> integers, Span<string> texts)
    {
        _numbers.CopyTo(numbers);
        if (_integers.Length > 0)
            _integers.CopyTo(integers);
        if (_hasTexts)
            _texts.CopyTo(texts);
        return new(numbers, integers, texts);
    }

    public Scratch Rent() => new(_numbers, _integers, _texts);

    /// <summary>From the inputs in the row to everything else in it.</summary>
    public void Run(Row row)
    {
        foreach (var step in _operators)
            step.Run(row);
    }

    /// <inheritdoc cref="Operator.Magnitude"/>
    public double Magnitude(Row row)
    {
        var magnitude = 0.0;
        foreach (var step in _operators)
            magnitude = step.Magnitude(row, magnitude);
        return magnitude;
    }

    /// <inheritdoc cref="Operator.Products"/>
    public int Products(Row row)
    {
        var products = 0;
        foreach (var step in _operators)
            products = Math.Max(products, step.Products(row));
        return products;
    }

    static Slot AddInput(GraphBinding binding, OnnxModel model, OnnxValue input)
    {
        var kind = input.Type switch
        {
            TensorElementType.Float => SlotKind.Number,
            // Rounded when it is read, as the graph itself rounds it first of all.
            TensorElementType.Double when IsRounded(model, input.Name) => SlotKind.Number,
            TensorElementType.String => SlotKind.Text,
            TensorElementType.Int64 or TensorElementType.Int32 or TensorElementType.Bool => SlotKind.Integer,
            _ => throw Invalid($"holds {input.Type}, which this version of Kiln does not know"),
        };
        if (input.Dims.Count == 2 && input.Dims[1] < 1)
            throw Invalid("does not say how many elements a row has; export the model with that number in the input's shape");
        if (input.Dims.Count is not (1 or 2) || input.Dims[0] > 1 || (input.Dims.Count == 2 && input.Dims[1] > int.MaxValue))
            throw Invalid($"has the shape [{string.Join(", ", input.Dims)}] instead of [rows] or [rows, elements]");
        return binding.Add(input.Name, kind, input.Dims.Count == 2 ? (int)input.Dims[1] : 1);

        InvalidDataException Invalid(string what) => new($"The ONNX file's input '{input.Name}' {what}.");
    }

    static bool IsRounded(OnnxModel model, string input) => model.Nodes
        .Where(node => node.Inputs.Contains(input))
        .All(node => node.Operator == "Cast" && node.Int("to", 0) == (long)TensorElementType.Float);
}
