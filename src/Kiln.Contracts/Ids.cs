namespace Kiln.Contracts;

/// <summary>Every diagnostic's id. One thousand per area; an id is never reused and never renumbered. Each has a page in docs/rules.</summary>
public static class Ids
{
    // 0xxx: build, configuration, environment
    public const string HostFailed = "KILN0001";
    public const string BadRequest = "KILN0002";
    public const string HostNotStarted = "KILN0003";
    public const string HostCrashed = "KILN0004";
    public const string HostKilled = "KILN0005";
    public const string HostTimedOut = "KILN0006";
    public const string UnknownTrainMode = "KILN0007";
    public const string NothingTrainedYet = "KILN0008";
    public const string NativeLibraryMissing = "KILN0009";
    public const string DuplicateDataset = "KILN0010";
    public const string DuplicateModel = "KILN0011";
    public const string UnknownDataset = "KILN0012";
    public const string CannotWrite = "KILN0013";
    public const string NotExportable = "KILN0014";
    public const string ModelNotPartial = "KILN0015";
    public const string PipelineFailed = "KILN0016";
    public const string PipelineOfOtherMachineLearning = "KILN0018";
    public const string PipelineOutputMissing = "KILN0019";
    public const string BadDatasetName = "KILN0020";
    public const string LanguageWithoutModels = "KILN0021";
    public const string PlatformTooOld = "KILN0022";
    public const string ModelsClash = "KILN0023";
    public const string OnnxRuntimeMissing = "KILN0024";
    public const string NativeLibraryOfOtherVersion = "KILN0026";
    public const string WrongPipeline = "KILN0017";
    public const string CacheNotWritable = "KILN0025";
    public const string ServerUnreachable = "KILN0027";
    public const string DatabaseItem = "KILN0028";
    public const string FileNotFetched = "KILN0029";
    public const string WrongTune = "KILN0030";
    public const string ModelFileUnreadable = "KILN0031";
    public const string OperatorNotCovered = "KILN0032";
    public const string ModelPredictsOtherwise = "KILN0033";
    public const string SignatureChanged = "KILN0034";
    public const string SignatureUnreadable = "KILN0035";
    public const string SignatureWritten = "KILN0036";
    public const string BadModelItem = "KILN0037";
    public const string StoreNotUsable = "KILN0038";
    public const string StoredModelRefused = "KILN0039";
    public const string ModelNotToBeHad = "KILN0040";
    public const string CardNotAsMeant = "KILN0041";
    public const string NoTestRows = "KILN0042";

    // 1xxx: data contract and data
    public const string DataFileMissing = "KILN1001";
    public const string DataFileEmpty = "KILN1002";
    public const string NoRows = "KILN1003";
    public const string DataUnreadable = "KILN1004";
    public const string ContractUnreadable = "KILN1005";
    public const string ColumnMissing = "KILN1006";
    public const string ValueHasWrongType = "KILN1007";
    public const string ValueMissing = "KILN1008";
    public const string ValueOutsideDomain = "KILN1009";
    public const string ColumnNotInContract = "KILN1010";
    public const string UnknownLabel = "KILN1011";
    public const string LabelNotVarying = "KILN1012";
    public const string LabelDoesNotFitTask = "KILN1013";
    public const string UnknownColumn = "KILN1014";
    public const string TooFewRows = "KILN1015";
    public const string NoFeatures = "KILN1016";
    public const string GeneratedConstant = "KILN1017";
    public const string CannotSplit = "KILN1018";
    public const string PrecisionLost = "KILN1025";
    public const string NumberTooLarge = "KILN1026";
    public const string RowsLost = "KILN1027";
    public const string WrongThreshold = "KILN1024";
    public const string WrongInterval = "KILN1055";
    public const string WrongWeight = "KILN1056";
    public const string WrongRanking = "KILN1057";
    public const string WrongAnomalies = "KILN1058";
    public const string WrongClusters = "KILN1059";
    public const string ContractInferred = "KILN1019";
    public const string NearlyOfType = "KILN1020";
    public const string TwoReadings = "KILN1021";
    public const string DoubtfulHeader = "KILN1022";
    public const string LabelCountsAsMissing = "KILN1023";

    public const string TaskAssumed = "KILN1028";
    public const string ValueIsNoClass = "KILN1029";
    public const string PositiveUnknown = "KILN1030";
    public const string ColumnChanged = "KILN1031";
    public const string MissingChanged = "KILN1032";
    public const string RowCountUnusual = "KILN1033";
    public const string RowsRepeatedInFile = "KILN1034";
    public const string RowsOfEarlierFile = "KILN1035";
    public const string ColumnsExchanged = "KILN1036";
    public const string HistoryRewritten = "KILN1037";
    public const string ColumnLeftOut = "KILN1045";
    public const string PointerFile = "KILN1046";
    public const string QueryRefused = "KILN1047";
    public const string TableMissing = "KILN1048";
    public const string FileNotPinned = "KILN1049";

    public const string StandardContractUnreadable = "KILN1050";
    public const string StandardVersionUnknown = "KILN1051";
    public const string SchemaObjectUnknown = "KILN1052";
    public const string NotExpressed = "KILN1053";
    public const string StandardContractMissing = "KILN1054";
    public const string TooManyMissing = "KILN1038";
    public const string ValueRepeated = "KILN1039";
    public const string RuleBroken = "KILN1040";
    public const string KnownInTrainingOnly = "KILN1041";
    public const string RowCountOutside = "KILN1042";
    public const string RowsRepeated = "KILN1043";
    public const string DataTooOld = "KILN1044";

    // 2xxx: columns and pipeline typing
    public const string InputColumnUnknown = "KILN2001";
    public const string InputColumnHasWrongType = "KILN2002";
    public const string LabelAsFeature = "KILN2003";
    public const string UselessFeature = "KILN2004";
    public const string MissingValuesUnhandled = "KILN2005";
    public const string UnscaledFeatures = "KILN2006";
    public const string UnusedOutput = "KILN2007";
    public const string WrongLoadColumn = "KILN2008";
    public const string InputClassDoesNotFit = "KILN2009";
    public const string EstimatorNotExportable = "KILN2010";
    public const string MemberWithoutColumn = "KILN2011";

    // 3xxx: versions
    public const string LockUnreadable = "KILN3001";
    public const string VersionNotSemVer = "KILN3002";
    public const string LockedBuild = "KILN3003";
    public const string ReleasedOtherwise = "KILN3004";
    public const string VersionTooLow = "KILN3005";
    public const string VersionTaken = "KILN3006";
    public const string SavedOutside = "KILN3007";
    public const string LoadedUnpinned = "KILN3008";
    public const string GateLoosened = "KILN3009";
    public const string LockStale = "KILN3010";
    public const string LockWithoutModel = "KILN3011";
    public const string LockGone = "KILN3012";
    public const string TrainedOtherwise = "KILN3013";
    public const string ReleaseGone = "KILN3014";
    public const string TuningUnreadable = "KILN3015";
    public const string SettingsChosen = "KILN3016";
    public const string VersionNotRaised = "KILN3017";

    // 4xxx: tests and gates
    public const string GateMissed = "KILN4001";
    public const string MetricNotOfTask = "KILN4002";
    public const string GateWithoutBound = "KILN4003";
    public const string WorseThanReleased = "KILN4012";
    public const string MetricNotDefined = "KILN4013";
    public const string NoSkill = "KILN4014";
    public const string CoverageMissed = "KILN4015";
    public const string NotExplained = "KILN4016";
    public const string WrongSlice = "KILN4018";
    public const string WeakSlice = "KILN4019";
    public const string NoBetterThanLinear = "KILN4020";
    public const string PredictionsTooExtreme = "KILN4021";
    public const string ProbabilitiesOff = "KILN4022";
    public const string FeatureUnused = "KILN4023";
    public const string ExpectationMissed = "KILN4025";
    public const string WrongExpectation = "KILN4026";
    public const string NoGate = "KILN4004";
    public const string GateCannotFail = "KILN4005";
    public const string OnlyThresholdMetrics = "KILN4006";
    public const string NoBehaviourTest = "KILN4009";
    public const string EvaluatedOnTrainingData = "KILN4007";
    public const string TestSetChooses = "KILN4008";
    public const string ResultDropped = "KILN4010";
    public const string RankingLabelByOccurrence = "KILN4011";

    // 6xxx: reproducibility
    public const string UnseededContext = "KILN6001";
    public const string SeedWithoutEffect = "KILN6002";
    public const string ChangingValue = "KILN6003";
    public const string CustomMappingLost = "KILN6004";
    public const string CategoricalSplit = "KILN6005";
    public const string TimeBoxedSearch = "KILN6006";
    public const string RootedPath = "KILN6007";

    // 7xxx: serving
    public const string SharedEngine = "KILN7001";
    public const string EnginePerCall = "KILN7002";
    public const string NaNComparison = "KILN7003";
    public const string InputChanged = "KILN7004";
    public const string AnswersChanged = "KILN7005";
    public const string WindowUnreadable = "KILN7006";
    public const string EstimateMissesGate = "KILN7007";
    // 5xxx: leakage
    public const string FittedBeforeSplit = "KILN5001";
    public const string OversampledBeforeSplit = "KILN5002";
    public const string RandomSplitOverTime = "KILN5003";
    public const string GroupOnBothSides = "KILN5004";
    public const string SamplingKeyIsLabel = "KILN5005";
    public const string GoldenFeature = "KILN5006";
    public const string RowsOnBothSides = "KILN5007";
    public const string ConflictingLabels = "KILN5008";
    public const string RowIdentifier = "KILN5009";
    public const string HeldOutInThePast = "KILN5010";
    public const string DateInFuture = "KILN5011";
    public const string MislabelledRow = "KILN5012";
}
