# sam build calls this, in a copy of the checkout, for the function of template.yaml. Maven's own build would run every
# test and put the result into the local repository; and the function needs no command line.
CLI_ONLY := picocli-* progressbar-* jline-*

.PHONY: build-MonitorFunction
build-MonitorFunction:
	rm -rf target/classes target/lib
	mvn -B -ntp -q -Dquick -Dmaven.test.skip=true package
	mkdir -p "$(ARTIFACTS_DIR)/lib"
	cp -R target/classes/. "$(ARTIFACTS_DIR)/"
	cp target/lib/*.jar "$(ARTIFACTS_DIR)/lib/"
	cd "$(ARTIFACTS_DIR)/lib" && rm -f $(CLI_ONLY)
