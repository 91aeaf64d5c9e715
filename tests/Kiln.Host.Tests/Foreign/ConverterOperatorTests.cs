using Kiln.Onnx;

namespace Kiln.Host.Tests.Foreign;

/// <summary>What the converters of scikit-learn, LightGBM and XGBoost put around their models, each held against ONNX Runtime.</summary>
public class ConverterOperatorTests
{
    static readonly string[] Cities = ["Bern", "Zürich", "", "漢字"];

    public static TheoryData<string, string, float> Functions => new()
    {
        { "Abs", "", 0 }, { "Ceil", "", 0 }, { "Floor", "", 0 }, { "Neg", "", 0 }, { "Relu", "", 0 }, { "Tanh", "", 0 },
        { "Reciprocal", "Exp", 0 }, { "Sqrt", "Abs", 0 }, { "Log", "Exp", 0 }, { "Sigmoid", "", 0 },
        { "Pow", "Abs", 0.5f }, { "Div", "", 3 }, { "Mul", "", -2 }, { "Add", "", 1.5f }, { "Sub", "", 0.1f }, { "Max", "", 0.5f }, { "Min", "", 0.5f },
    };

    /// <param name="function">The operator.</param>
    /// <param name="before">What brings its input where it is defined; none when empty.</param>
    /// <param name="second">Its second input; none when 0.</param>
    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_of_each_element(string function, string before, float second)
    {
        // Small numbers, of which no function is infinite.
        var graph = Numbers(3).Ml("Normalizer", ["x"], ["small"], ("norm", "L2"));
        // A rounding error of 32 bits next to a whole number is a whole step.
        var input = before.Length > 0 ? "defined" : function is "Ceil" or "Floor" ? "x" : "small";
        if (before.Length > 0)
            graph.Node(before, ["small"], ["defined"]);
        if (second != 0)
            graph.Constant("second", [1], new[] { second });
        Judge.Agree(graph.Node(function, second != 0 ? [input, "second"] : [input], ["y"]).Output("y").ToArray(), missing: false);
    }

    [Theory]
    [InlineData("Equal")]
    [InlineData("Less")]
    [InlineData("LessOrEqual")]
    [InlineData("Greater")]
    [InlineData("GreaterOrEqual")]
    public void A_comparison_chooses(string comparison) => Judge.Agree(Numbers(3)
        .Constant("threshold", [1], new[] { 1f }).Constant("low", [1, 3], new[] { -1f, -2, -3 })
        .Node(comparison, ["x", "threshold"], ["holds"]).Node("Where", ["holds", "x", "low"], ["y"]).Output("y", "holds").ToArray());

    [Theory]
    [InlineData("L1")]
    [InlineData("L2")]
    [InlineData("MAX")]
    public void A_row_is_normalized(string norm) => Judge.Agree(Numbers(4).Ml("Normalizer", ["x"], ["y"], ("norm", norm)).Output("y").ToArray(), missing: false);

    [Fact]
    public void Columns_are_picked_imputed_scaled_and_joined() => Judge.Agree(Numbers(4)
        .Constant("some", [2], new long[] { 3, 1 })
        .Ml("ArrayFeatureExtractor", ["x", "some"], ["picked"])
        .Ml("Imputer", ["picked"], ["filled"], ("imputed_value_floats", new[] { 5f, 6 }), ("replaced_value_float", float.NaN))
        .Ml("Scaler", ["filled"], ["scaled"], ("offset", new[] { 0.5f, -1 }), ("scale", new[] { 2f, 0.25f }))
        .Ml("Binarizer", ["filled"], ["above"], ("threshold", 1f))
        .Node("Concat", ["scaled", "above"], ["y"], ("axis", 1L)).Output("y").ToArray());

    [Fact]
    public void A_data_frame_has_an_input_for_each_column()
    {
        var file = Judge.Agree(new ForeignGraph()
            .Input("age", TensorElementType.Float, 1).Input("city", TensorElementType.String, 1).Input("rooms", TensorElementType.Int64, 1).Input("is new", TensorElementType.Bool, 1)
            .Ml("OneHotEncoder", ["city"], ["hot"], ("cats_strings", Cities), ("zeros", 1L))
            .Ml("OneHotEncoder", ["rooms"], ["hot rooms"], ("cats_int64s", new long[] { 1, 2, 3 }), ("zeros", 1L))
            .Node("Concat", ["hot", "hot rooms"], ["all hot"], ("axis", -1L))
            .Constant("flat", [2], new long[] { -1, 7 }).Node("Reshape", ["all hot", "flat"], ["categories"])
            .Node("Cast", ["is new"], ["new"], ("to", 1L))
            .Node("Concat", ["age", "categories", "new"], ["features"], ("axis", 1L))
            .Ml("LinearRegressor", ["features"], ["variable"], ("coefficients", new[] { 0.5f, 1, 2, 3, 4, 5, 6, 7, 8 }), ("intercepts", new[] { 1f }))
            .Output("variable").ToArray());

        Assert.Equal(["Age", "City", "Rooms", "IsNew"], file.Signature.Inputs.Select(input => input.Property));
        Assert.Equal(["Score"], file.Signature.Outputs.Select(output => output.Property));
    }

    [Fact]
    public void The_largest_score_names_its_class() => Judge.Agree(Numbers(3)
        .Constant("classes", [3], Cities[..3])
        .Node("ArgMax", ["x"], ["best"], ("axis", 1L))
        .Ml("ArrayFeatureExtractor", ["classes", "best"], ["names"])
        .Constant("rows", [1], new long[] { -1 }).Node("Reshape", ["names", "rows"], ["label"])
        .Node("Softmax", ["x"], ["probabilities"], ("axis", -1L)).Output("label", "probabilities").ToArray(), missing: false);

    [Fact]
    public void Texts_are_encoded_as_numbers() => Judge.Agree(new ForeignGraph().Input("city", TensorElementType.String, 2)
        .Ml("LabelEncoder", ["city"], ["codes"], ("keys_strings", Cities), ("values_int64s", new long[] { 3, 1, 4, 1 }), ("default_int64", -1L))
        .Node("Cast", ["codes"], ["y"], ("to", 1L)).Output("y").ToArray());

    [Fact]
    public void Numbers_are_categories_by_their_whole_part() => Judge.Agree(Numbers(1)
        .Ml("OneHotEncoder", ["x"], ["y"], ("cats_int64s", new long[] { -7, 0, 1, 3 }), ("zeros", 1L)).Output("y").ToArray());

    [Fact]
    public void Integers_are_scaled_as_numbers() => Judge.Agree(new ForeignGraph().Input("counts", TensorElementType.Int64, 3)
        .Ml("Scaler", ["counts"], ["y"], ("offset", new[] { 1f, 2, 3 }), ("scale", new[] { 0.5f, 2, 1 })).Output("y").ToArray());

    [Fact]
    public void A_matrix_multiplies_and_a_layer_adds() => Judge.Agree(Numbers(3)
        .Constant("weights", [3, 2], new[] { 1f, 2, 3, 4, 5, 6 }).Constant("bias", [2], new[] { 0.5f, -0.5f })
        .Node("MatMul", ["x", "weights"], ["product"]).Node("Add", ["product", "bias"], ["y"]).Output("y").ToArray(), missing: false);

    [Theory]
    [InlineData("LINEAR", 0L)]
    [InlineData("POLY", 0L)]
    [InlineData("RBF", 0L)]
    [InlineData("SIGMOID", 0L)]
    [InlineData("RBF", 1L)]
    public void A_support_vector_regression(string kernel, long oneClass) => Judge.Agree(Numbers(2).Ml("Normalizer", ["x"], ["small"], ("norm", "L2"))
        .Ml("SVMRegressor", ["small"], ["y"], ("kernel_type", kernel), ("kernel_params", new[] { 0.5f, 0.25f, 3 }), ("n_supports", 3L), ("one_class", oneClass),
            ("support_vectors", new[] { 0.5f, 1, -1, 0.25f, 0.75f, -0.5f }), ("coefficients", new[] { 1f, -0.5f, 0.75f }), ("rho", new[] { -0.125f })).Output("y").ToArray(), missing: false);

    static ForeignGraph Numbers(int elements) => new ForeignGraph().Input("x", TensorElementType.Float, elements);
}
